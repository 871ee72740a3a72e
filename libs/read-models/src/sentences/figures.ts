import type { FigureEvent } from '#workstreams';
import { dateText } from './dates.js';
import { bracketed, list, quoted, type Sentences } from './words.js';

export const figureSentences: Sentences<FigureEvent> = {
  FigurePublished: ({ measure, value, speaksOf, statedBy, definition, cycle, scope }) =>
    `A figure was published: ${measure}, ${quoted(value)}${bracketed([
      `speaking of ${dateText(speaksOf)}`,
      cycle !== undefined && `cycle ${cycle}`,
      scope,
      definition,
      statedBy && `stated by ${statedBy}`,
    ])}.`,
  FigureRepeated: ({ figureId, statedBy }, nameOf) =>
    `The figure ${quoted(nameOf(figureId))} was stated once more${statedBy ? ` by ${statedBy}` : ''}.`,
  FigureJudged: ({ figureId, verdict, against = [], explanation, cause }, nameOf) => {
    const others = list(against.map((id) => quoted(nameOf(id))));
    return `The figure ${quoted(nameOf(figureId))} was judged${others && ` beside ${others}`}: it ${verdict}${bracketed([cause])}. ${explanation}`;
  },
};
