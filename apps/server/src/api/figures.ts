import { GetCount, GetCounts, GetFigure, GetFigures } from '#read-models';
import { JudgeFigures, PublishFigure, RepeatFigure } from '#workstreams';
import { resource } from '../http/resource.js';

export const Counts = resource('v1/counts', { GET: GetCounts, 'GET :count': GetCount });

export const Figures = resource('v1/figures', {
  GET: GetFigures,
  'GET :figureId': GetFigure,
  'PUT :figureId': PublishFigure,
  'POST :figureId/repetitions': RepeatFigure,
  'PUT :figureId/judgements/:judgementId': JudgeFigures,
});
