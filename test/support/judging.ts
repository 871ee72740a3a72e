import { type Event, type Fold, foldAll, history, type Moment, type PartialDate, period } from '#event-sourcing';
import {
  callForInput,
  dayOf,
  inForce,
  judge,
  meeting,
  meetingSeries,
  paper,
  type StatusRule,
  type StatusVerdict,
  type Work,
  workstream,
} from '#workstreams';
import { factsOf, on, type Past } from './given.js';

/** What happened on a date, entered later than all of it. */
export const at = (effective: PartialDate, type: string, data: object = {}, id?: string): Past =>
  on(effective, { type, data: { workstreamId: 'w', workstreamIds: ['w'], ...data } }, { recordedAt: '2026-01-01', ...(id && { id }) });

/** The pasts of a workstream and of what belongs to it, each a stream. */
export type Pasts = Readonly<{
  workstream: readonly Past[];
  calls?: readonly (readonly Past[])[];
  papers?: readonly (readonly Past[])[];
  meetings?: readonly (readonly Past[])[];
  series?: readonly (readonly Past[])[];
  renewals?: Work['renewals'];
}>;

const stateAt = <S, E extends Event>(fold: Fold<S, E>, past: readonly Past[], moment: Moment): S =>
  foldAll(fold, history(factsOf(past), moment));

/** The work that a past has left by a moment. */
export function workAt(
  { workstream: own, calls = [], papers = [], meetings = [], series = [], renewals = [] }: Pasts,
  moment: Moment,
): Work {
  return {
    workstream: stateAt(workstream, own, moment) as Work['workstream'],
    calls: calls.map((past) => stateAt(callForInput, past, moment)),
    papers: papers.map((past) => stateAt(paper, past, moment)),
    meetings: meetings.map((past) => stateAt(meeting, past, moment)),
    series: series.map((past) => stateAt(meetingSeries, past, moment)),
    renewals,
  };
}

/** What a rule, in the version in force unless one is named, says of a past on a day. */
export function verdictOn<S extends Work>(rule: StatusRule<S>, pasts: Pasts, asOf: PartialDate, version?: string): StatusVerdict {
  const day = dayOf(asOf);
  const asked = rule.versions.find((each) => each.version === version) ?? inForce(rule, day);
  // A test gives a rule a past of the kind that it judges.
  return judge(rule, asked, workAt(pasts, { asOf }) as S, day);
}

const PARTS = ['workstream', 'calls', 'papers', 'meetings', 'series', 'renewals'] as const;

/** All that happened, as one. */
export const together = (a: Pasts, b: Partial<Pasts>): Pasts =>
  Object.fromEntries(PARTS.map((part) => [part, [...(a[part] ?? []), ...(b[part] ?? [])]])) as unknown as Pasts;

/** How to make so what a change needs: words, or the beginning of them, and the facts that do it on a day. */
export type Levers = Readonly<Record<string, (asOf: PartialDate) => Partial<Pasts>>>;

/** Carries out every change of a verdict for which there are levers, and gives what it promised beside what came of it. */
export function carriedOut<S extends Work>(
  rule: StatusRule<S>,
  pasts: Pasts,
  asOf: PartialDate,
  levers: Levers,
): readonly Readonly<{ promised: string; came: string }>[] {
  const today = new Date(period(asOf).end - 1).toISOString().slice(0, 10);
  const leverOf = (need: string) => Object.entries(levers).find(([words]) => need.startsWith(words))?.[1];
  return verdictOn(rule, pasts, asOf).wouldChange.flatMap(({ to, needs }) => {
    const pulled = needs.map(leverOf);
    if (pulled.some((lever) => lever === undefined)) return [];
    const changed = pulled.reduce<Pasts>((all, lever) => together(all, lever!(today)), pasts);
    return [{ promised: to, came: verdictOn(rule, changed, asOf).status }];
  });
}
