import type { Corrected, TimelineEntry } from '#read-models';
import type { WorkEvent } from '#workstreams';
import { callSentences } from './calls.js';
import { coalitionSentences } from './coalitions.js';
import { correctionSentences } from './corrections.js';
import { initiativeSentences } from './initiatives.js';
import type { NameOf, Sentences } from './words.js';
import { workstreamSentences } from './workstreams.js';
import { yearlyReportSentences } from './yearly-reports.js';

const SENTENCES: Sentences<WorkEvent> = {
  ...workstreamSentences,
  ...coalitionSentences,
  ...initiativeSentences,
  ...yearlyReportSentences,
  ...callSentences,
};

type Sentence = (data: object, about: NameOf | Corrected | null) => string;

/** What happened, in English. */
export function sentence({ fact, corrected }: Pick<TimelineEntry, 'fact' | 'corrected'>, nameOf: NameOf): string {
  const { type, data } = fact;
  if (type === 'Unknown') return `Something of a kind that this version does not know was recorded (${data.type}).`;
  if (Object.hasOwn(SENTENCES, type)) return (SENTENCES[type as WorkEvent['type']] as Sentence)(data, nameOf);
  return (correctionSentences[type as keyof typeof correctionSentences] as Sentence)(data, corrected);
}
