import { type PartialDate, type Period, period } from '#event-sourcing';
import type { Step } from '../step.js';

/** What stands in a calendar. `term` is the day with which a role was said to end, `standards` that by which a coalition is to put things right. */
export const CALENDAR_KINDS = [
  'meeting',
  'action',
  'deadline',
  'comments',
  'milestone',
  'annual-meeting',
  'day-zero',
  'initiative-meeting',
  'standards',
  'term',
] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/** A date that held before another one took its place, and the fact that moved it. */
export type FormerDate = Step & Readonly<{ date: PartialDate; reason: string | null }>;

/** What has ended a plan: that it was kept, or that it was given up. */
export type Settled = Step & Readonly<{ as: 'done' | 'cancelled'; reason: string | null }>;

/** Where more of it can be found. */
export type CalendarLink = Readonly<{ to: 'page' | 'join' | 'agenda' | 'record' | 'recording'; address: string }>;

/** A date that facts have set for something, as their fold knows it: what it means on a day is for `calendarState` to say. */
export type Planned = Readonly<{
  kind: CalendarKind;
  /** The same for ever, however often it moves. */
  id: string;
  /** What is there on that date, in a word or two. */
  label: string;
  title: string;
  /** The date in force, or the day on which it came to pass. */
  from: PartialDate;
  /** The last day, or the end in time; null where it is not known, and where there is but one day. */
  to: PartialDate | null;
  /** Its source calls the date tentative. */
  tentative: boolean;
  former: readonly FormerDate[];
  settled: Settled | null;
  /** What it is once its date has passed without a word: something that somebody owes, or a day that is over. */
  whenPassed: 'overdue' | 'past';
  /** Of a milestone, those of whom it is waited for; null for all else. */
  owedBy: readonly string[] | null;
  /** Whose it is. */
  workstreamIds: readonly string[];
  /** Others who have a part in it. */
  participantIds: readonly string[];
  /** Whom it names. */
  personId: string | null;
  /** The year of the annual meeting to whose cycle it belongs, where facts say so. */
  cycle: number | null;
  place: string | null;
  text: string | null;
  links: readonly CalendarLink[];
  /** The stream that tells of it. */
  stream: string;
  /** The facts that say all this. */
  factIds: readonly string[];
}>;

type Needed = Pick<Planned, 'kind' | 'id' | 'label' | 'title' | 'from' | 'stream' | 'factIds'>;

/** A plan of which nothing more is known than is given. */
export const planned = (known: Needed & Partial<Planned>): Planned => ({
  to: null,
  tentative: false,
  former: [],
  settled: null,
  whenPassed: 'past',
  owedBy: null,
  workstreamIds: [],
  participantIds: [],
  personId: null,
  cycle: null,
  place: null,
  text: null,
  links: [],
  ...known,
  factIds: [...new Set(known.factIds)],
});

/** An end that does not lie before its beginning. Corrections may have left one that does. */
export const endOf = (from: PartialDate, to: PartialDate | null): PartialDate | null =>
  to !== null && to !== from && period(to).end > period(from).first ? to : null;

/** From the first instant of a plan to its last (exclusive). */
export const spanOfPlan = ({ from, to }: Pick<Planned, 'from' | 'to'>): Period => ({
  first: period(from).first,
  end: period(to ?? from).end,
});

type Move = Step & Readonly<{ from: PartialDate | null; reason: string | null }>;

/** The dates that moves have left behind. */
export const formerDates = (moves: readonly Move[]): readonly FormerDate[] =>
  moves.flatMap(({ from: date, effective, factId, reason }) => (date === null ? [] : [{ date, effective, factId, reason }]));

/** That something was kept, where that is on record. */
export const done = (step: Step | null): Settled | null =>
  step && { as: 'done', effective: step.effective, factId: step.factId, reason: null };

/** That something was given up, where that is on record. */
export const cancelled = (step: (Step & Readonly<{ reason: string | null }>) | null): Settled | null =>
  step && { as: 'cancelled', effective: step.effective, factId: step.factId, reason: step.reason };
