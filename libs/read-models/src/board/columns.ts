import type { PartialDate } from '#event-sourcing';
import type { PaperStage, StatusVerdict, WorkstreamKind } from '#workstreams';
import type { NamedPerson } from '../people/people.js';
import type { Cell } from './cell.js';

/** How a workstream stands by the rule of its kind. */
export type BoardStatus = Pick<StatusVerdict, 'rule' | 'version' | 'source' | 'status' | 'reasons'>;

/** A call that takes input. */
export type BoardCall = Readonly<{
  callId: string;
  title: string;
  /** The closing date, else the inclusion date; null where it names neither. */
  until: PartialDate | null;
  /** Whole days from the day asked about to the last day on which it may close; below zero when that has passed. Null without a date. */
  days: number | null;
  /** How often its deadlines were extended. */
  extensions: number;
}>;

/** Contributions that count in one month. The last month may not be over. */
export type MonthOfContributions = Readonly<{ month: string; count: number; partial: boolean; factIds: readonly string[] }>;

/** The contributions that count, of the calls of this cycle or, for a workstream of all years, of the year asked about. */
export type Contributions = Readonly<{
  count: number;
  /** Numbers that were stated where the single papers are not known. They are not added. */
  stated: readonly Readonly<{ count: string; factId: string }>[];
  /** The last twelve, the oldest first. */
  months: readonly MonthOfContributions[];
}>;

/** A meeting on one of its dates. */
export type BoardMeeting = Readonly<{
  meetingId: string;
  title: string;
  on: PartialDate;
  /** Whole days between the day asked about and that date. */
  days: number;
}>;

export type BoardPaper = Readonly<{ paperId: string; title: string; stage: PaperStage; reached: readonly PaperStage[] }>;

export type BoardMilestone = Readonly<{
  milestoneId: string;
  name: string;
  due: PartialDate;
  /** Whole days to the day on which it is due; below zero when it is overdue. */
  days: number;
}>;

/** What happened last, in the field of the record that says so. */
export type LastActivity = Readonly<{ on: PartialDate; days: number }>;

export type BoardReport = Readonly<{ year: number; title: string | null }>;

/** Why somebody should look at a workstream. */
export type Attention = Readonly<{ why: string; factIds: readonly string[] }>;

/** One workstream on the status board. */
export type BoardRow = Readonly<{
  workstreamId: string;
  name: string;
  kind: WorkstreamKind;
  /** The year of the annual meeting; null for what goes on over the years. */
  cycle: number | null;
  /** The fact by which it is on record. */
  factId: string;
  status: Cell<BoardStatus>;
  coordinators: Cell<readonly NamedPerson[]>;
  openCall: Cell<BoardCall>;
  contributions: Cell<Contributions>;
  lastMeeting: Cell<BoardMeeting>;
  nextMeeting: Cell<BoardMeeting>;
  /** Meetings of which a record is owed. */
  minutesOwed: Cell<number>;
  paper: Cell<BoardPaper>;
  nextMilestone: Cell<BoardMilestone>;
  lastActivity: Cell<LastActivity>;
  /** The latest yearly report or paper that was filed. */
  yearlyReport: Cell<BoardReport>;
  /** Empty where nothing asks for it. */
  attention: readonly Attention[];
}>;

/** The columns of the board that hold a cell. */
export const CELL_COLUMNS = [
  'status',
  'coordinators',
  'openCall',
  'contributions',
  'lastMeeting',
  'nextMeeting',
  'minutesOwed',
  'paper',
  'nextMilestone',
  'lastActivity',
  'yearlyReport',
] as const satisfies readonly (keyof BoardRow)[];

/** A column of the board that holds a cell. */
export type CellColumn = (typeof CELL_COLUMNS)[number];
