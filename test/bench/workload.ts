import { v5 as uuidv5 } from 'uuid';
import { encode, type Event, type Metadata, type NewEvent } from '../../libs/event-sourcing/src/index.js';
import { generatedHistory } from '../support/generated-history/index.js';

/** One event that a writer appends: as our store takes it, and as what it is made from. */
export type Step = Readonly<{ stream: string; revision: number; event: NewEvent; made: Event; metadata: Metadata }>;

/** What one writer appends in a round, in order. */
export type Steps = readonly Step[];

const SPACE = '6d3c2a50-1f3e-4b86-9a53-5c1f8f0a7e13';
/** A call has about a score of facts; then the writer goes on with another. */
const FACTS_OF_A_CALL = 20;
const SAMPLE = 10_000;

/** Facts of calls as the tracker records them, of every kind and in their usual shares. */
const samples = [...generatedHistory(SAMPLE)].filter(({ stream }) => stream.startsWith('call-'));

/** What each of so many writers appends in a round: facts of calls, each writer on streams of its own. The same every time. */
export function workload(round: number, writers: number, each: number): readonly Steps[] {
  return Array.from({ length: writers }, (_, writer) =>
    Array.from({ length: each }, (_, n): Step => {
      const { event: made, metadata } = samples[(round * 31 + writer * 71 + n) % samples.length]!;
      const place = `${writers} ${writer} ${round} ${Math.floor(n / FACTS_OF_A_CALL)}`;
      const revision = n % FACTS_OF_A_CALL;
      const event = encode(uuidv5(`${place} ${revision}`, SPACE), made, metadata);
      return { stream: `call-${uuidv5(place, SPACE)}`, revision, event, made, metadata };
    }),
  );
}
