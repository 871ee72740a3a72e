import { type Moment, type PartialDate, period } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { askedInstant } from '../asked.js';
import type { RegisteredRow } from '../milestones/milestone-views.js';
import type { Axis } from '../timeline/get-timeline.js';
import { workstreams } from '../workstream-directory/workstream-directory.js';
import { type DrawnFact, drawnFacts, factIdsIn } from './drawn-facts.js';
import { LATE_AFTER_DAYS } from './late.js';
import { StandingFacts } from './standing-facts.js';
import { dayOfInstant } from './status.js';
import { type Sheet, type Track, trackOf } from './track.js';
import { type DrawnVertical, verticalsOf } from './verticals.js';
import { dayText, type Dating, type Extent, overlaps, type When, whenOf } from './when.js';

/** The axis that all tracks share. */
export type DrawnAxis = Readonly<{
  /** Which date of its fact a mark stands on. What was set for a date, such as a deadline, stands there in either case. */
  by: Axis;
  /** The first day; null where nothing is drawn. */
  from: string | null;
  /** The last day; null where nothing is drawn. */
  to: string | null;
  /** The day of which the drawing speaks: what lies behind it was planned. */
  now: string;
}>;

/** Timelines side by side, as data: every mark names the facts that make it. */
export type Drawing = Readonly<{
  axis: DrawnAxis;
  /** Also of those that are left out. */
  total: number;
  tracks: readonly Track[];
  /** Lines over all tracks. */
  verticals: readonly DrawnVertical[];
  /** From so many days between both dates on, an entry is late. */
  lateAfterDays: number;
  /** What the facts say that marks name, by their ids. */
  facts: Readonly<Record<string, DrawnFact>>;
}>;

/** What may be asked of any drawing. */
export type AskedDrawing = Moment & Readonly<{ axis?: Axis | undefined; from?: PartialDate | undefined; to?: PartialDate | undefined }>;

/** By when it was recorded: a fact is what it is, whatever its date. */
const datingBy = (axis: Axis, facts: StandingFacts): Dating =>
  axis === 'effective'
    ? ({ effective }) => whenOf(effective)
    : ({ effective, factId }) => {
        const recordedAt = facts.find(factId)?.recordedAt;
        return whenOf(recordedAt === undefined ? effective : new Date(recordedAt).toISOString());
      };

function sheetFor({ axis = 'effective', from, to, ...asked }: AskedDrawing, tables: Tables): Sheet {
  const { asOf, knownAt, upTo } = asked;
  const moment = { asOf, knownAt, upTo };
  const facts = new StandingFacts(tables.auditLog(), moment);
  return {
    tables,
    moment,
    axis,
    within: { first: from === undefined ? -Infinity : period(from).first, end: to === undefined ? Infinity : period(to).end },
    isBounded: from !== undefined || to !== undefined,
    instant: askedInstant(moment),
    cycles: workstreams(tables)
      .rows({ kind: 'cycle' }, moment)
      .flatMap((row) => (row.kind === 'cycle' ? [row] : [])),
    facts,
    dating: datingBy(axis, facts),
  };
}

/** All dates that a track takes on the axis, those of its longest marks. */
const extentsOf = ({ calls, meetings, papers, milestones, roles }: Track): readonly Extent[] => [
  ...calls,
  ...papers,
  ...milestones,
  ...roles,
  ...meetings.flatMap(({ when, until }) => (when ? [{ from: when, to: until ?? when }] : [])),
];

const earliest = (days: readonly (string | null)[]): string | null => days.filter((day) => day !== null).toSorted()[0] ?? null;
const latest = (days: readonly (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? null;

function axisOf(tracks: readonly Track[], { axis, instant }: Sheet, { from, to }: AskedDrawing): DrawnAxis {
  const extents = tracks.flatMap(extentsOf);
  const asked = (date: PartialDate | undefined): When | undefined => (date === undefined ? undefined : whenOf(date));
  const bins = tracks.flatMap(({ contributions }) => contributions.bins);
  return {
    by: axis,
    from: asked(from)?.from ?? earliest([...extents.map((each) => each.from.from), ...bins.map((bin) => bin.from)]),
    to: asked(to)?.to ?? latest([...extents.map((each) => (each.to ?? each.from).to), ...bins.map((bin) => bin.to)]),
    now: dayText(dayOfInstant(instant)),
  };
}

function shownVerticals(sheet: Sheet, { from, to }: DrawnAxis): readonly DrawnVertical[] {
  if (from === null || to === null) return [];
  const within = { first: period(from).first, end: period(to).end };
  return verticalsOf(sheet.cycles, sheet.tables, sheet.moment).filter((each) => overlaps(each, within));
}

/** Draws workstreams side by side on one axis. `total` counts also those beyond the given ones. */
export function draw(rows: readonly RegisteredRow[], total: number, asked: AskedDrawing, tables: Tables): Drawing {
  const sheet = sheetFor(asked, tables);
  const tracks = rows.map((row) => trackOf(row, sheet));
  const axis = axisOf(tracks, sheet, asked);
  const verticals = shownVerticals(sheet, axis);
  const facts = drawnFacts(factIdsIn({ tracks, verticals }), sheet.facts, tables, sheet.moment);
  return { axis, total, tracks, verticals, lateAfterDays: LATE_AFTER_DAYS, facts };
}
