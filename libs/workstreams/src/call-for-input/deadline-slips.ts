import { type PartialDate, period } from '#event-sourcing';
import { knownDay } from '../days.js';
import type { Call } from './call-for-input.js';
import type { Deadline, DeadlineKind, Extension } from './deadlines.js';

/** Whether something is so, as far as dates tell. */
export type Surely = 'yes' | 'no' | 'unknown';

/** How far one deadline of a call has moved, from the date that was named first to the one that holds. */
export type DeadlineSlip = Readonly<{
  kind: DeadlineKind;
  category: string;
  /** The date that was named first; null where none was on record before an extension named one. */
  from: PartialDate | null;
  /** What that first date was: a closing date may follow an inclusion date. */
  fromKind: DeadlineKind | null;
  to: PartialDate;
  /** 0 where it never moved; null where one of both dates is not known to the day. */
  days: number | null;
  extensions: readonly Readonly<{ to: PartialDate; afterThatDate: Surely; factId: string }>[];
  /** The opening that named it, and what moved it. */
  factIds: readonly string[];
}>;

/** Whether an extension was announced when the date that it moved had passed already. */
function announcedLate({ from, effective }: Extension): Surely {
  if (from === null) return 'unknown';
  const [announced, passed] = [period(effective), period(from).end];
  if (announced.first >= passed) return 'yes';
  return announced.end <= passed ? 'no' : 'unknown';
}

function daysBetween(from: PartialDate | null, to: PartialDate): number | null {
  const [first, last] = [from === null ? undefined : knownDay(from), knownDay(to)];
  return first === undefined || last === undefined ? null : last - first;
}

function slipOf({ opened }: Call, { kind, category, original, current, extensions }: Deadline): DeadlineSlip {
  const [earliest] = extensions;
  const from = original ?? earliest?.from ?? null;
  return {
    kind,
    category,
    from,
    fromKind: original === null ? (earliest?.fromKind ?? null) : kind,
    to: current,
    days: daysBetween(from, current),
    extensions: extensions.map((each) => ({ to: each.to, afterThatDate: announcedLate(each), factId: each.factId })),
    factIds: [...(opened ? [opened.factId] : []), ...extensions.map(({ factId }) => factId)],
  };
}

/** How far each deadline of a call has moved, in the order in which they are on record. */
export const deadlineSlips = (call: Call): readonly DeadlineSlip[] => call.deadlines.map((each) => slipOf(call, each));
