import { IsIn } from 'class-validator';
import { InvalidInput, IsCount, IsId, ListQuery, type Moment, Optional, pageOf, type PartialDate } from '#event-sourcing';
import type { Answer, Answering, Tables } from '#event-sourcing/projections';
import { nameOf, type Workstream } from '#workstreams';
import { dateAsked } from '../counts/when.js';
import type { RegisteredRow } from '../milestones/milestone-views.js';
import { getWorkstream } from '../workstream-directory/get-workstreams.js';
import { type NamedWorkstream, workstreams } from '../workstream-directory/workstream-directory.js';
import type { ChecklistSubject, Duty, FillingIn, Looked, YearOfWork } from './duty.js';
import { DUTIES } from './duties.js';
import { cycleOfWork, isOfCycle, yearOfWork } from './year-of-work.js';

const DUTY_IDS = DUTIES.map(({ id }) => id);

abstract class AskedOfDuties extends ListQuery {
  /** Only what is owed by this rule. */
  @Optional() @IsIn(DUTY_IDS) readonly duty?: string;
}

/** What is missing for a cycle: of each workstream of it, and of those that go on over the years. */
export class GetChecklist extends AskedOfDuties {
  /** The year of the annual meeting; that of the date asked about, when left out. */
  @Optional() @IsCount(9999) readonly cycle?: number;
  @Optional() @IsId() readonly workstreamId?: string;
}

/** What is missing for one workstream's year. */
export class GetWorkstreamChecklist extends AskedOfDuties {
  @IsId() readonly workstreamId!: string;
  /** Of one that goes on over the years; that of its own cycle, or of the date asked about, when left out. */
  @Optional() @IsCount(9999) readonly cycle?: number;
}

/** A duty in words. */
export type DutyView = Readonly<{ id: string; title: string; rule: string; source: string }>;

/** What is missing, why it is expected, since when, by which facts, and how it is filled in. */
export type ChecklistItem = Readonly<{
  workstream: NamedWorkstream;
  duty: DutyView;
  of: ChecklistSubject;
  missing: string;
  /** As exactly as that is known; null where it is not. */
  since: PartialDate | null;
  factIds: readonly string[];
  fill: FillingIn;
}>;

/** How a workstream stands with one duty. Where it does not apply, nothing is missing, and nothing is complete either. */
export type DutyTally = Readonly<{
  duty: string;
  title: string;
  applies: boolean;
  /** Why it does not. */
  why: string | null;
  /** What was looked at; null where it does not apply. */
  expected: number | null;
  missing: number | null;
  /** What was looked at rests on these. The items have those of what is missing. */
  factIds: readonly string[];
}>;

/** How a workstream stands with all duties that were looked at. */
export type WorkstreamTally = Readonly<{
  workstream: NamedWorkstream;
  missing: number;
  /** What was looked at rests on these. */
  factIds: readonly string[];
  duties: readonly DutyTally[];
}>;

/**
 * What several workstreams owe together is an item of each. `total` counts all items, `next` is the cursor to those that
 * follow; `workstreams` are all that were looked at, on each page.
 */
export type Checklist = Readonly<{
  cycle: number;
  asOf: PartialDate;
  total: number;
  next: string | null;
  items: readonly ChecklistItem[];
  workstreams: readonly WorkstreamTally[];
}>;

type Found = Readonly<{ duty: Duty; looked: readonly Looked[] }>;

const namedRow = (row: RegisteredRow): NamedWorkstream => ({
  workstreamId: row.workstreamId,
  name: nameOf(row),
  kind: row.kind,
  cycle: 'cycle' in row ? row.cycle : null,
});

/** What each duty finds in a year. Pure: all that it looks at is given. */
export const lookThrough = (year: YearOfWork, duties: readonly Duty[] = DUTIES): readonly Found[] =>
  duties.map((duty) => ({ duty, looked: duty.of.includes(year.workstream.kind) ? duty.look(year) : [] }));

function tallyOf({ duty, looked }: Found, { workstream }: YearOfWork): DutyTally {
  const { id, title, of, needs } = duty;
  const why = of.includes(workstream.kind)
    ? looked.length > 0
      ? null
      : `It needs ${needs}.`
    : `Nothing of the kind is owed by a ${workstream.kind}.`;
  const applies = why === null;
  return {
    duty: id,
    title,
    applies,
    why,
    expected: applies ? looked.length : null,
    missing: applies ? looked.filter(({ gap }) => gap !== null).length : null,
    factIds: [...new Set(looked.flatMap(({ factIds }) => factIds))],
  };
}

const wordsOf = ({ id, title, rule, source }: Duty): DutyView => ({ id, title, rule, source });

function itemsOf(found: readonly Found[], year: YearOfWork): readonly ChecklistItem[] {
  const workstream = namedRow(year.workstream);
  return found.flatMap(({ duty, looked }) => looked.flatMap(({ gap }) => (gap ? [{ workstream, duty: wordsOf(duty), ...gap }] : [])));
}

type Asked = Moment & Readonly<{ duty?: string | undefined }>;

function checklistOf(
  rows: readonly RegisteredRow[],
  cycle: number,
  { duty, asOf, knownAt, upTo }: Asked,
  tables: Tables,
): Pick<Checklist, 'items' | 'workstreams'> {
  const shared = cycleOfWork(cycle, { asOf, knownAt, upTo }, tables);
  const duties = DUTIES.filter(({ id }) => duty === undefined || id === duty);
  const each = rows.map((row) => {
    const year = yearOfWork(row, shared);
    const found = lookThrough(year, duties);
    return { items: itemsOf(found, year), tally: found.map((one) => tallyOf(one, year)), workstream: namedRow(row) };
  });
  const items = each.flatMap((one) => one.items);
  const workstreamTallies = each.map(({ workstream, tally, items: { length } }) => ({
    workstream,
    missing: length,
    factIds: [...new Set(tally.flatMap(({ factIds }) => factIds))],
    duties: tally,
  }));
  return { items, workstreams: workstreamTallies };
}

const isRegistered = (row: Workstream): row is RegisteredRow => row.kind !== 'none';

function rowsOf({ asOf, knownAt, upTo }: Moment, cycle: number, tables: Tables): readonly RegisteredRow[] {
  const all = workstreams(tables)
    .rows({}, { asOf, knownAt, upTo })
    .filter(isRegistered)
    .filter((row) => isOfCycle(row, cycle));
  return all.toSorted((a, b) => a.kind.localeCompare(b.kind) || nameOf(a).localeCompare(nameOf(b), 'en'));
}

const yearAsked = (moment: Moment): number => Number(dateAsked(moment).slice(0, 'YYYY'.length));

function answer(query: AskedOfDuties, cycle: number, rows: readonly RegisteredRow[], tables: Tables): Answer<Checklist> {
  const { items, workstreams: tallies } = checklistOf(rows, cycle, query, tables);
  const { total, next, shown } = pageOf(items, query, tables.position());
  return { body: { cycle, asOf: dateAsked(query), total, next, items: shown, workstreams: tallies } };
}

type OfOne = AskedOfDuties & Readonly<{ workstreamId: string; cycle?: number }>;

/** What is missing for one workstream. The question itself is handed on: a cursor holds for it alone. */
function answerOfOne(query: OfOne, tables: Tables): Answer<Checklist> {
  const { name: _, ...row } = getWorkstream(query, tables).body;
  const cycle = query.cycle ?? ('cycle' in row ? row.cycle : yearAsked(query));
  if (!isOfCycle(row, cycle))
    throw new InvalidInput([{ pointer: '/cycle', detail: `is not one that the workstream ${nameOf(row)} had a part in` }]);
  return answer(query, cycle, [row], tables);
}

export const getWorkstreamChecklist: Answering<GetWorkstreamChecklist, Checklist> = answerOfOne;

const isOfOne = (query: GetChecklist): query is GetChecklist & OfOne => query.workstreamId !== undefined;

export const getChecklist: Answering<GetChecklist, Checklist> = (query, tables) => {
  if (isOfOne(query)) return answerOfOne(query, tables);
  const { cycle = yearAsked(query) } = query;
  return answer(query, cycle, rowsOf(query, cycle, tables), tables);
};
