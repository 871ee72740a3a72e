import { period } from '#event-sourcing';
import {
  byDate,
  type Call,
  type Deadline,
  type DeadlineKind,
  EVERYONE,
  type Extension,
  type Paper,
  slipDays,
  surelyBefore,
} from '#workstreams';
import { commentsOf, type DrawnComments } from './comments.js';
import { type Dating, type Extent, factIdsOf, latestOf, orNone, type When, whenOf } from './when.js';

/** Whether an extension was announced only after the date that it moves had passed; there may have been none. */
export type AfterDeadline = 'yes' | 'no' | 'not known' | 'there was none';

/** One move of a deadline: a segment behind the planned bar. */
export type DrawnExtension = Readonly<{
  kind: DeadlineKind;
  category: string;
  from: When | null;
  /** Which kind of date it moves: a closing date may be named where only an inclusion date had been. */
  fromKind: DeadlineKind | null;
  to: When;
  announced: When;
  announcedBy: string | null;
  announcedIn: string | null;
  reason: string | null;
  afterDeadline: AfterDeadline;
  /** Whole days; null where there was no date before. */
  days: number | null;
  factIds: readonly string[];
}>;

/** A flag: one deadline as it was named first and as it stands. */
export type DrawnDeadline = Readonly<{
  kind: DeadlineKind;
  category: string;
  original: When | null;
  current: When;
  factIds: readonly string[];
}>;

export type DrawnTurn = Readonly<{ to: 'closed' | 'open'; when: When; factIds: readonly string[] }>;

/** A call: the bar that was planned, each extension behind it, flags where it closes. */
export type DrawnCall = Extent &
  Readonly<{
    callId: string;
    title: string;
    /** From its opening to the date on which it was to close first, or else to be drawn on; `to` is null where none was named. */
    planned: Extent & Readonly<{ factIds: readonly string[] }>;
    extensions: readonly DrawnExtension[];
    deadlines: readonly DrawnDeadline[];
    /** Closings and reopenings. */
    turns: readonly DrawnTurn[];
    /** The times in which comments on papers were asked for by it. */
    comments: readonly DrawnComments[];
    factIds: readonly string[];
  }>;

function afterDeadline({ from, effective }: Extension): AfterDeadline {
  if (from === null) return 'there was none';
  if (surelyBefore({ effective: from }, { effective })) return 'yes';
  return period(effective).end <= period(from).end ? 'no' : 'not known';
}

const drawnExtension = (deadline: Deadline, extension: Extension, dating: Dating): DrawnExtension => ({
  kind: deadline.kind,
  category: deadline.category,
  from: orNone(extension.from),
  fromKind: extension.fromKind,
  to: whenOf(extension.to),
  announced: dating(extension),
  announcedBy: extension.announcedBy,
  announcedIn: extension.announcedIn,
  reason: extension.reason,
  afterDeadline: afterDeadline(extension),
  days: extension.from === null ? null : slipDays(extension.from, extension.to),
  factIds: factIdsOf(extension),
});

/** The date on which everyone's time was to end, as the opening named it: the closing date before the inclusion date. */
function plannedEnd(deadlines: readonly Deadline[]): When | null {
  const named = (kind: DeadlineKind): Deadline | undefined =>
    deadlines.find((each) => each.kind === kind && each.category === EVERYONE && each.original !== null);
  return orNone((named('closing') ?? named('inclusion'))?.original ?? null);
}

/** The end of the whole: its last closing where it is closed, else the last date that stands. */
function lastEnd({ turns, deadlines }: Call, dating: Dating): When | null {
  const last = turns.at(-1);
  return last?.to === 'closed' ? dating(last) : (latestOf(deadlines.map(({ current }) => whenOf(current))) ?? null);
}

type Opened = Call & Readonly<{ opened: NonNullable<Call['opened']> }>;

function drawnCall(call: Opened, papers: readonly Paper[], dating: Dating): DrawnCall {
  const { opened, deadlines, turns } = call;
  const from = dating(opened);
  return {
    callId: call.callId,
    title: call.title,
    from,
    to: lastEnd(call, dating),
    planned: { from, to: plannedEnd(deadlines), factIds: factIdsOf(opened) },
    extensions: byDate(deadlines).flatMap((each) => each.extensions.map((extension) => drawnExtension(each, extension, dating))),
    deadlines: byDate(deadlines).map((each) => ({
      kind: each.kind,
      category: each.category,
      original: orNone(each.original),
      current: whenOf(each.current),
      factIds: factIdsOf(each.original === null ? null : opened, ...each.extensions),
    })),
    turns: turns.map((turn) => ({ to: turn.to, when: dating(turn), factIds: factIdsOf(turn) })),
    comments: papers.flatMap((paper) => commentsOf(paper, dating)).filter(({ callId }) => callId === call.callId),
    factIds: factIdsOf(opened, ...deadlines.flatMap(({ extensions }) => extensions), ...turns),
  };
}

const isOpened = (call: Call): call is Opened => call.opened !== null;

export const callsLane = (calls: readonly Call[], papers: readonly Paper[], dating: Dating): readonly DrawnCall[] =>
  calls.filter(isOpened).map((call) => drawnCall(call, papers, dating));
