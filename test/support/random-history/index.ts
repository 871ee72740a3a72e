import fc from 'fast-check';
import { encode, type Event, type NewEvent } from '#event-sourcing';
import { coalitionHappenings } from './coalitions.js';
import { initiativeHappenings } from './initiatives.js';
import { callHappenings } from './calls.js';
import { cycleHappenings } from './cycles.js';
import { peopleHappenings } from './people.js';
import { forumHappenings } from './forums.js';
import { figureHappenings } from './figures.js';
import { type Happening, idOf, type Of } from './happening.js';
import { meetingHappenings } from './meetings.js';
import { paperHappenings } from './papers.js';
import { reportHappenings } from './reports.js';
import { workstreamHappenings } from './workstreams.js';

/** An event for a stream, in the order of a log. */
export type Entry = Readonly<{ stream: string; event: NewEvent }>;

const day = fc.integer({ min: 0, max: 900 }).map((offset) => new Date(Date.UTC(2015, 0, 1 + offset)).toISOString().slice(0, 10));
const effective = fc.oneof(
  { weight: 6, arbitrary: day },
  { weight: 2, arbitrary: day.map((text) => text.slice(0, 7)) },
  { weight: 1, arbitrary: day.map((text) => text.slice(0, 4)) },
  { weight: 1, arbitrary: day.map((text) => `[..${text}]`) },
  { weight: 1, arbitrary: day.map((text) => `[${text}..2018-12]`) },
  { weight: 1, arbitrary: day.map((text) => `${text}T12:00:00Z`) },
  { weight: 1, arbitrary: fc.constant('XXXX') },
);

/** What may happen, to all kinds of streams. */
const happenings: readonly Happening[] = [
  ...workstreamHappenings,
  ...forumHappenings,
  ...coalitionHappenings,
  ...initiativeHappenings,
  ...callHappenings,
  ...meetingHappenings,
  ...paperHappenings,
  ...figureHappenings,
  ...cycleHappenings,
  ...peopleHappenings,
  ...reportHappenings,
];

/** A correction of the nth fact of its stream, which may itself be a correction. */
const corrections: readonly ((corrects: string, text: string) => Event)[] = [
  (corrects, text) => ({ type: 'FactAmended', data: { corrects, changes: { title: `Amended ${text}` } } }),
  (corrects, text) => ({ type: 'FactAmended', data: { corrects, changes: {}, effective: text } }),
  (corrects) => ({ type: 'FactRetracted', data: { corrects } }),
  (corrects) => ({ type: 'FactMarkedDuplicate', data: { corrects, duplicateOf: idOf('fact 0') } }),
  (corrects) => ({
    type: 'FactReattributed',
    data: { corrects, owners: [idOf('workstream 1')], formerOwners: [], field: 'workstreamIds' },
  }),
  (corrects) => ({ type: 'FactReattributed', data: { corrects, owners: [idOf('workstream 2')], formerOwners: [] } }),
];

const step = fc.record({
  what: fc.nat({ max: happenings.length - 1 }),
  which: fc.nat({ max: 2 }),
  n: fc.nat({ max: 30 }),
  correction: fc.option(fc.nat({ max: corrections.length - 1 }), { freq: 3 }),
  text: day,
  effective,
});

/** Random histories of a few streams: late facts, dates of every precision, corrections of facts and of corrections. */
export const randomHistory = fc.array(step, { minLength: 1, maxLength: 40 }).map((steps) => {
  const factIds = new Map<string, string[]>();
  return steps.map(({ what, which, n, correction, text, effective }, index): Entry => {
    const of: Of = { id: (category) => idOf(`${category} ${which}`), workstreamIds: [idOf(`workstream ${which}`)] };
    const { category, event: eventOf } = happenings[what]!;
    const happened = eventOf(n, text, of);
    const stream = `${category}-${of.id(category)}`;
    const earlier = factIds.get(stream) ?? [];
    const id = idOf(`fact ${index}`);
    factIds.set(stream, [...earlier, id]);
    const corrects = correction === null ? undefined : earlier[n % Math.max(1, earlier.length)];
    const event = corrects === undefined ? happened : corrections[correction!]!(corrects, text);
    return {
      stream,
      event: encode(id, event, { actor: 'x', via: 'x', effective, fingerprint: '', schema: 1, $correlationId: '', $causationId: '' }),
    };
  });
});
