import type { WorkEvent } from '#workstreams';
import type { AnyFact, Corrected, UnknownFact } from '../timeline/timeline.js';
import { callSentences } from './calls.js';
import { correctionSentences } from './corrections.js';
import { figureSentences } from './figures.js';
import { meetingSentences } from './meetings.js';
import { seriesSentences } from './meeting-series.js';
import { paperSentences } from './papers.js';
import { personSentences } from './people.js';
import { reportSentences } from './reports.js';
import type { NameOf, Sentences } from './words.js';
import { workstreamSentences } from './workstreams.js';

const SENTENCES: Sentences<WorkEvent> = {
  ...workstreamSentences,
  ...callSentences,
  ...seriesSentences,
  ...meetingSentences,
  ...paperSentences,
  ...figureSentences,
  ...personSentences,
  ...reportSentences,
};

type Sentence = (data: object, nameOf: NameOf) => string;
type CorrectionSentence = (data: object, corrected: Corrected | null, nameOf: NameOf) => string;

/** What a sentence is made of: a fact and, where that is a correction, what it corrected. */
export type Told = Readonly<{ fact: AnyFact | UnknownFact; corrected: Corrected | null }>;

/** What happened, in English. */
export function sentence({ fact, corrected }: Told, nameOf: NameOf): string {
  const { type, data } = fact;
  if (type === 'Unknown') return `Something of a kind that this version does not know was recorded (${data.type}).`;
  if (Object.hasOwn(SENTENCES, type)) return (SENTENCES[type as WorkEvent['type']] as Sentence)(data, nameOf);
  return (correctionSentences[type as keyof typeof correctionSentences] as CorrectionSentence)(data, corrected, nameOf);
}
