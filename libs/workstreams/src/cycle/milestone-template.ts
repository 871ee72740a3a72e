import { DAY, type PartialDate, period } from '#event-sourcing';
import type { WorkstreamKind } from '../workstream/workstream.js';

/** A milestone as a plan would name it, with the date that its distance to the annual meeting gives. */
export type SuggestedMilestone = Readonly<{ name: string; dueOn: PartialDate }>;

/** Distance to the first day of the annual meeting; before it when negative. */
type Offset = Readonly<{ months: number } | { weeks: number }>;

/** The names that milestones usually have, by when they are usually due (`DOMAIN.md`, Milestones). */
const USUAL = {
  stocktaking: { months: -10 },
  'proposals due': { months: -9 },
  approval: { months: -8 },
  'kick-off': { months: -7 },
  'scope and goals': { months: -6 },
  'call opens': { months: -5 },
  'inclusion date': { months: -4 },
  'first draft': { months: -3 },
  'second draft': { weeks: -6 },
  freeze: { months: -1 },
  session: { months: 0 },
  'final output': { months: 2 },
} as const satisfies Readonly<Record<string, Offset>>;

export type MilestoneName = keyof typeof USUAL;
export const MILESTONE_NAMES = Object.keys(USUAL) as readonly MilestoneName[];

const DRAFTING: readonly MilestoneName[] = [
  'call opens',
  'inclusion date',
  'first draft',
  'second draft',
  'freeze',
  'session',
  'final output',
];

/** Which milestones each kind of workstream usually has. */
const BY_KIND: Readonly<Record<WorkstreamKind, readonly MilestoneName[]>> = {
  cycle: ['stocktaking', 'proposals due', 'approval', 'freeze', 'session', 'final output'],
  'best-practice-forum': ['proposals due', 'approval', 'kick-off', 'scope and goals', ...DRAFTING],
  'cenb-phase': ['approval', 'scope and goals', ...DRAFTING],
  'policy-network': ['proposals due', 'approval', 'kick-off', 'second draft', 'freeze', 'session', 'final output'],
  'dynamic-coalition': ['second draft', 'freeze', 'session'],
  'igf-initiative': ['session'],
  'coordination-group': ['session'],
  'working-group': ['approval', 'session'],
  body: [],
};

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The same day of another month, or that month's last day where it has none such. */
function monthsFrom(day: number, months: number): number {
  const date = new Date(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last));
}

const at = (first: number, offset: Offset): string =>
  dayOf('weeks' in offset ? first + offset.weeks * 7 * DAY : monthsFrom(first, offset.months));

/**
 * The milestones that a workstream of a kind usually has, given the first day of the annual meeting: days where that is a
 * day, months where it is a month, and none where only a year is known.
 */
export function milestoneTemplate(kind: WorkstreamKind, startsOn: PartialDate): readonly SuggestedMilestone[] {
  if (!startsOn.includes('-')) return [];
  const { first } = period(startsOn);
  const precision = Math.min(startsOn.length, 'YYYY-MM-DD'.length);
  return BY_KIND[kind].map((name) => ({ name, dueOn: at(first, USUAL[name]).slice(0, precision) }));
}
