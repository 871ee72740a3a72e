import { deciding, naming, type UseCase } from '#event-sourcing';
import { workstream } from '../workstream/workstream.js';
import { JudgeFigures, judgeFigures, notBeside } from './judge-figures.js';
import { PublishFigure, publishFigure } from './publish-figure.js';
import { publishedFigure } from './published-figure.js';
import { RepeatFigure, repeatFigure } from './repeat-figure.js';

const on = deciding(publishedFigure, 'figureId');

export const figureUseCases: readonly UseCase[] = [
  on(PublishFigure, publishFigure, 'FigurePublished', {
    creates: 'figureId',
    owners: 'workstreamIds',
    references: { workstreamIds: naming(workstream) },
  }),
  on(RepeatFigure, repeatFigure, 'FigureRepeated'),
  on(JudgeFigures, judgeFigures, 'FigureJudged', { creates: 'judgementId', references: { against: naming(publishedFigure, notBeside) } }),
];
