import type { Fact, PartialDate } from '#event-sourcing';
import type { Call, Day, KeptCadence, Meeting, MeetingSeries, Paper, SetUp, WorkstreamKind } from '#workstreams';
import type { RegisteredRow } from '../milestones/milestone-views.js';
import type { Comparables } from '../published-figures/figure-group.js';

/** A milestone that a workstream is expected to meet, and the cycle whose plan it stands in. */
export type ExpectedMilestone = Readonly<{ cycleId: string; milestone: SetUp }>;

/** All of one stream of facts that belongs to the year. */
export type StreamOfYear = Readonly<{ category: string; id: string; facts: readonly Fact[] }>;

/** What a workstream has on record for one cycle: all that a checklist looks at, as of one moment. */
export type YearOfWork = Readonly<{
  workstream: RegisteredRow;
  cycle: number;
  /** The day on which it is looked at. */
  day: Day;
  /** By when outputs of the cycle are expected, and the fact that tells; without one it is the end of February after. */
  outputsDue: Readonly<{ on: PartialDate; factIds: readonly string[] }>;
  calls: readonly Call[];
  /** Those that it holds itself. */
  meetings: readonly Meeting[];
  papers: readonly Paper[];
  cadences: readonly Readonly<{ series: MeetingSeries; kept: readonly KeptCadence[] }>[];
  milestones: readonly ExpectedMilestone[];
  figures: readonly Comparables[];
  streams: readonly StreamOfYear[];
}>;

/** What an item is about: the workstream itself, or something of it. */
export type ChecklistSubject = Readonly<{ category: string; id: string; name: string }>;

/** How something is filled in: the command, and where it is sent. */
export type FillingIn = Readonly<{ command: string; method: 'POST' | 'PUT'; path: string }>;

/** One thing that is missing. */
export type Gap = Readonly<{
  of: ChecklistSubject;
  missing: string;
  /** From when on it is missed, as exactly as that is known. */
  since: PartialDate | null;
  factIds: readonly string[];
  fill: FillingIn;
}>;

/** What was looked at, one by one: complete, or with something missing. */
export type Looked = Readonly<{ factIds: readonly string[]; gap: Gap | null }>;

/** Something that a workstream owes for a year, as data. */
export type Duty = Readonly<{
  id: string;
  title: string;
  /** What is expected, in a sentence. */
  rule: string;
  /** Where that was said; what of it is our reading. */
  source: string;
  /** The kinds of workstream of which it is expected. */
  of: readonly WorkstreamKind[];
  /** What there has to be for it to apply, in words. */
  needs: string;
  look: (year: YearOfWork) => readonly Looked[];
}>;

export const whole = (factIds: readonly string[]): Looked => ({ factIds, gap: null });
export const lacking = (gap: Gap): Looked => ({ factIds: gap.factIds, gap });
