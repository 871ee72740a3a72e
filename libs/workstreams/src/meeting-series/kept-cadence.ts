import { firstDay, lastDay, type PartialDate, period } from '#event-sourcing';
import { knownDay, NO_DAY } from '../days.js';
import type { Meeting } from '../meeting/meeting.js';
import { heldSittings } from '../meeting/status.js';
import { expectedGap, type StatedCadence } from './cadence.js';
import type { MeetingSeries } from './meeting-series.js';

/** Days, counted from 1970-01-01, the first and the last included. */
export type DaySpan = Readonly<{ from: number; to: number }>;

/** One agenda that was met on, on the first known day of its sittings, and the fact that says so. */
export type HeldAgenda = Readonly<{ meetingId: string; title: string; day: number; factId: string }>;

/** How a series kept to what was said of its rhythm, as long as one statement was in force. */
export type KeptCadence = Readonly<{
  span: DaySpan;
  /** Null where nobody had said how often it meets. */
  stated: StatedCadence | null;
  /** Whole meetings for which the days of the span suffice; null where no number was promised. */
  expected: number | null;
  held: readonly HeldAgenda[];
}>;

/** The first known day on which a meeting was held; undefined where none is known. */
export function heldAgenda(meeting: Meeting): HeldAgenda | undefined {
  const days = heldSittings(meeting).flatMap(({ held }) => {
    const day = knownDay(held!.on);
    return day === undefined ? [] : [{ meetingId: meeting.meetingId, title: meeting.title, day, factId: held!.factId }];
  });
  return days.toSorted((a, b) => a.day - b.day)[0];
}

const lastPossibleDay = (date: PartialDate): number => lastDay(period(date));

/** From when on a series surely ran: since its start, or since it first met where that was earlier. Undefined where neither is known. */
function surelyRunsFrom({ started }: MeetingSeries, held: readonly HeldAgenda[]): number | undefined {
  const days = [...(started ? [lastPossibleDay(started.effective)] : []), ...held.map(({ day }) => day)];
  const first = Math.min(...days);
  return first < NO_DAY ? first : undefined;
}

/** What was in force when: the first statement from the beginning, since sources tell of what goes on; each later one from its own date. */
function inTurn({ cadences }: MeetingSeries, { from, to }: DaySpan): readonly Readonly<{ span: DaySpan; stated: StatedCadence | null }>[] {
  if (cadences.length === 0) return [{ span: { from, to }, stated: null }];
  const spans = cadences.map((stated, index) => {
    const next = cadences[index + 1];
    const begins = index === 0 ? from : Math.max(from, firstDay(period(stated.effective)));
    return { stated, span: { from: begins, to: next ? Math.min(to, firstDay(period(next.effective)) - 1) : to } };
  });
  return spans.filter(({ span }) => span.from <= span.to);
}

function expectedIn({ from, to }: DaySpan, stated: StatedCadence | null): number | null {
  const gap = stated && expectedGap(stated.cadence);
  return gap ? Math.floor((to - from + 1) / gap) : null;
}

/** What limits the days that are looked at: those of a question, and the day on which it is asked. */
export type Window = Readonly<{ from: number | undefined; to: number }>;

/**
 * How a series kept to each cadence that was stated of it, over the days on which it surely ran within a window. Nothing
 * where it is not known when it began.
 */
export function keptCadences(series: MeetingSeries, meetings: readonly Meeting[], window: Window): readonly KeptCadence[] {
  const held = meetings.flatMap((meeting) => heldAgenda(meeting) ?? []).toSorted((a, b) => a.day - b.day);
  const begins = surelyRunsFrom(series, held);
  if (begins === undefined) return [];
  const ends = series.ended ? Math.min(window.to, firstDay(period(series.ended.effective))) : window.to;
  return inTurn(series, { from: Math.max(begins, window.from ?? begins), to: ends }).map(({ span, stated }) => ({
    span,
    stated,
    expected: expectedIn(span, stated),
    held: held.filter(({ day }) => day >= span.from && day <= span.to),
  }));
}
