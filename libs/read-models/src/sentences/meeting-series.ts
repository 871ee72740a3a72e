import type { SeriesEvent } from '#workstreams';
import { bracketed, quoted, type Sentences } from './words.js';

export const seriesSentences: Sentences<SeriesEvent> = {
  SeriesStarted: ({ name, cadence, printed }) =>
    `The series of meetings ${quoted(name)} began${bracketed([cadence, printed && quoted(printed)])}.`,
  CadenceStated: ({ seriesId, cadence, printed, statedIn }, nameOf) =>
    `${quoted(nameOf(seriesId))} was said to meet at this rhythm: ${cadence}${bracketed([printed && quoted(printed), statedIn && `in ${statedIn}`])}.`,
  SeriesEnded: ({ seriesId }, nameOf) => `The series of meetings ${quoted(nameOf(seriesId))} ended.`,
};
