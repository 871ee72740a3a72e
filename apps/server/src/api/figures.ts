import { GetCount, GetFigure, GetFigures } from '#read-models';
import { JudgeFigures, PublishFigure, RepeatFigure } from '#workstreams';
import { resource } from '../http/resource.js';

export const Counts = resource('v1/counts', { 'GET :measure': GetCount });

export const Figures = resource('v1/figures', {
  GET: GetFigures,
  'GET :figureId': GetFigure,
  'PUT :figureId': PublishFigure,
  'POST :figureId/repetitions': RepeatFigure,
  'PUT :figureId/judgements/:judgementId': JudgeFigures,
});
