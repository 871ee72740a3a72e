import { IsId, ListQuery, type Moment, NotFound, Optional, pageOf, type PartialDate, period } from '#event-sourcing';
import type { Answering, Tables } from '#event-sourcing/projections';
import { type Cycle, isSet, milestoneTemplate, type SetUp, WORKSTREAM_KINDS, type WorkstreamKind } from '#workstreams';
import { askedInstant } from '../asked.js';
import { getWorkstream } from '../workstream-directory/get-workstreams.js';
import { named, type NamedWorkstream, workstreams } from '../workstream-directory/workstream-directory.js';
import { type Around, isExpected, type MilestoneView, milestoneView, type RegisteredRow } from './milestone-views.js';

export type { MilestoneMetView, MilestoneOverdue, MilestoneView } from './milestone-views.js';

/** The plan of a cycle as it was at a moment: what was due, what moved, who was there and who is waited for. */
export class GetMilestones extends ListQuery {
  /** The cycle. */
  @IsId() readonly workstreamId!: string;
  /** Only what is for this workstream, and how that stands. */
  @Optional() @IsId() readonly of?: string;
}

/** What a plan of the usual shape would have; `milestoneId` is the milestone that the cycle has set under that name for that kind. */
export type MilestoneSuggestion = Readonly<{ kind: WorkstreamKind; name: string; dueOn: PartialDate; milestoneId: string | null }>;

/** Milestones by date; suggestions by kind and then by date, none while the first day of the annual meeting is not known. */
export type MilestoneList = Readonly<{
  cycle: NamedWorkstream;
  /** Whether something is overdue was judged at this instant. */
  judgedAt: string;
  /** Of all milestones that were asked for. */
  total: number;
  /** The cursor to those that follow. */
  next: string | null;
  milestones: readonly MilestoneView[];
  suggestions: readonly MilestoneSuggestion[];
}>;

function cycleOf(query: GetMilestones, tables: Tables): Cycle & RegisteredRow {
  const row = getWorkstream(query, tables).body;
  if (row.kind !== 'cycle') throw new NotFound(`${row.workstreamId} is a ${row.kind}, not the preparation of an annual meeting.`);
  return row;
}

/** Those who may be waited for: the one asked about, or all. */
function rowsFor({ of, asOf, knownAt, upTo }: GetMilestones, tables: Tables): readonly RegisteredRow[] {
  const moment: Moment = { asOf, knownAt, upTo };
  if (of !== undefined) return [getWorkstream({ workstreamId: of, ...moment } as GetMilestones, tables).body];
  return workstreams(tables)
    .rows({}, moment)
    .flatMap((row) => (row.kind === 'none' ? [] : [row]));
}

function suggestionsFor({ annualMeeting, milestones }: Cycle, kinds: readonly WorkstreamKind[]): readonly MilestoneSuggestion[] {
  const { startsOn } = annualMeeting;
  if (startsOn === null) return [];
  const standing = milestones.filter(({ dropped }) => dropped === null);
  return kinds.flatMap((kind) =>
    milestoneTemplate(kind, startsOn).map(({ name, dueOn }) => {
      const set = standing.find((each) => each.name.toLowerCase() === name && each.appliesTo.includes(kind));
      return { kind, name, dueOn, milestoneId: set?.milestoneId ?? null };
    }),
  );
}

export const getMilestones: Answering<GetMilestones, MilestoneList> = (query, tables) => {
  const cycle = cycleOf(query, tables);
  const rows = rowsFor(query, tables);
  const instant = askedInstant(query);
  const [asked] = query.of === undefined ? [] : rows;
  const around: Around = { cycle, rows, instant, nameOf: (id) => named(tables, id, query) };
  const own = ({ met, ...milestone }: SetUp): SetUp => ({
    ...milestone,
    met: asked ? met.filter(({ metBy }) => metBy === asked.workstreamId) : met,
  });
  const wanted = cycle.milestones.filter(isSet).filter((each) => !asked || isExpected(each, asked, cycle));
  const byDate = wanted.toSorted((a, b) => period(a.current).first - period(b.current).first || a.name.localeCompare(b.name, 'en'));
  const { total, next, shown } = pageOf(byDate, query, tables.position());
  const body = {
    cycle: named(tables, cycle.workstreamId, query),
    judgedAt: new Date(instant).toISOString(),
    total,
    next,
    milestones: shown.map((each) => milestoneView(own(each), around)),
    suggestions: suggestionsFor(cycle, asked ? [asked.kind] : WORKSTREAM_KINDS),
  };
  return { body, stream: `workstream-${cycle.workstreamId}` };
};
