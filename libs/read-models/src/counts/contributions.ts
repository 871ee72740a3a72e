import { type PartialDate, period } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { type Call, NOT_COUNTED } from '#workstreams';
import { type ContributionCounts, contributionCounts, type Count } from '../call-register/counts.js';
import { groupBy } from '../group-by.js';
import type { Excluded } from '../published-figures/computed-figures.js';
import {
  type CountCase,
  type CountDimension,
  type CountQuestion,
  countRow,
  type CountRow,
  rowWithout,
  type StatedNumber,
} from './count.js';
import { callsAskedAbout, type Scoped } from './scope.js';

/** A call with its contributions that count, and those that do not. */
export type CountedCall = Readonly<{
  call: Call;
  counts: ContributionCounts;
  excluded: readonly Excluded[];
  /** Whether any contribution to it is on record, counted or not, of whatever time. */
  hasAny: boolean;
}>;

const OPEN_DATE = 'its date leaves open whether it was received then';

/** Contributions of a span are those that surely were received in it. */
function within(call: Call, { from, to }: CountQuestion): Readonly<{ call: Call; unsure: readonly Excluded[] }> {
  const span = { first: from === undefined ? -Infinity : period(from).first, end: to === undefined ? Infinity : period(to).end };
  const when = (date: PartialDate): 'in' | 'out' | 'perhaps' => {
    const { first, end } = period(date);
    if (first >= span.first && end <= span.end) return 'in';
    return end <= span.first || first >= span.end ? 'out' : 'perhaps';
  };
  const of = (wanted: string) => call.contributions.filter(({ received }) => when(received.effective) === wanted);
  const unsure = of('perhaps').map(({ received: { factId } }) => ({ factId, why: OPEN_DATE }));
  return { call: { ...call, contributions: of('in') }, unsure };
}

/** What a call has received over a span, by rule; a call that was opened before it may have. */
export function contributionsOf(whole: Call, asked: CountQuestion = {}): CountedCall {
  const { call, unsure } = within(whole, asked);
  const counts = contributionCounts(call);
  return {
    call,
    hasAny: whole.contributions.length > 0,
    counts,
    excluded: [...unsure, ...counts.notCounted.map(({ factId, why }) => ({ factId, why }))],
  };
}

/** The numbers that were stated of a call, where the single papers are not known. */
const statedOf = ({ counted }: Call): readonly StatedNumber[] =>
  counted.map(({ quantity, effective, covers, includesOtherCalls, factId }) => ({
    printed: quantity.printed,
    speaksOf: effective,
    says: [covers, includesOtherCalls ? 'other calls included' : null].filter((each) => each !== null).join('; ') || null,
    factId,
  }));

const sum = (counts: readonly Count[]): Count => ({
  count: counts.reduce((total, { count }) => total + count, 0),
  factIds: counts.flatMap(({ factIds }) => factIds),
});

type Group = Readonly<{ id: string | null; name: string }>;

/** Where nothing was ever received on record, nobody has said that there was nothing. */
const isUnknown = (counted: readonly CountedCall[]): boolean => counted.every(({ hasAny }) => !hasAny);

function rowOf(by: CountDimension, { id, name }: Group, counted: readonly CountedCall[]): CountRow {
  const { count, factIds } = sum(counted.map(({ counts }) => counts.total));
  const row = { by, id, name, what: 'contributions', stated: counted.flatMap(({ call }) => statedOf(call)) };
  if (!isUnknown(counted)) return countRow({ ...row, value: count, factIds });
  const why =
    row.stated.length > 0 ? 'only numbers that were stated are on record' : 'neither contributions nor a number of them are on record';
  return rowWithout('unknown', why, { ...row, factIds: counted.flatMap(({ call }) => call.opened?.factId ?? []) });
}

/** A call that belongs to several groups counts for each of them. */
function grouped(by: CountDimension, counted: readonly CountedCall[], groupsOf: (call: Call) => readonly Group[]): readonly CountRow[] {
  const members = counted.flatMap((each) => groupsOf(each.call).map((group) => ({ group, each })));
  const groups = groupBy(members, ({ group: { id, name } }) => id ?? name);
  const rows = [...groups.values()].map((group) =>
    rowOf(
      by,
      group[0].group,
      group.map(({ each }) => each),
    ),
  );
  return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Every group of a form has its row, and so has what nobody stated: together they are the total. */
function broken(
  by: CountDimension,
  counted: readonly CountedCall[],
  of: (counts: ContributionCounts) => Readonly<Record<string, Count>>,
): readonly CountRow[] {
  const names = new Set(counted.flatMap(({ counts }) => Object.keys(of(counts))));
  return [...names].map((name) => {
    const { count, factIds } = sum(counted.map(({ counts }) => of(counts)[name]!));
    return countRow({ by, name, what: 'contributions', value: count, factIds });
  });
}

function rowsOf(counted: readonly CountedCall[], { owners }: Scoped<Call>): readonly CountRow[] {
  const cyclesOf = ({ workstreamIds, opened }: Call): readonly Group[] => {
    const cycles = owners.cycles(workstreamIds, opened?.effective);
    return (cycles.length > 0 ? cycles : ['unknown']).map((cycle) => ({ id: null, name: String(cycle) }));
  };
  const workstreamsOf = (call: Call): readonly Group[] =>
    owners.of(call.workstreamIds).map(({ workstreamId, name }) => ({ id: workstreamId, name }));
  return [
    ...grouped('call', counted, ({ callId, title }) => [{ id: callId, name: title }]),
    ...grouped('cycle', counted, cyclesOf),
    ...grouped('workstream', counted, workstreamsOf),
    ...broken('stakeholder group', counted, ({ byStakeholderGroup }) => byStakeholderGroup),
    ...broken('regional group', counted, ({ byRegionalGroup }) => byRegionalGroup),
  ];
}

const spanInWords = ({ from, to }: CountQuestion): string =>
  [from === undefined ? '' : ` since ${from}`, to === undefined ? '' : ` until ${to}`].join('');

const ruleFor = (scope: string, asked: CountQuestion): string =>
  `Single contributions on record for ${scope}, received${spanInWords(asked)} and not ${NOT_COUNTED.map(({ why }) => why).join(', nor ')}. Numbers that were only stated stand beside and are not added.`;

/** How many contributions there were, by call, cycle, workstream, stakeholder group and region. */
export const contributions: CountCase = {
  id: 'contributions',
  title: 'Contributions to calls for input',
  unit: 'contributions',
  rule: `${ruleFor('the calls asked about', {})} A call of several workstreams counts for each of them, and once in the total.`,
  parameters: ['cycle', 'workstreamId', 'callId', 'from', 'to'],
  compute: (asked: CountQuestion, tables: Tables) => {
    const scope = callsAskedAbout(asked, tables);
    if (scope.rows.length === 0) return null;
    const counted = scope.rows.map((call) => contributionsOf(call, asked));
    const { count, factIds } = sum(counted.map(({ counts }) => counts.total));
    const excluded = counted.flatMap((each) => each.excluded);
    return { computed: { value: count, rule: ruleFor(scope.says, asked), factIds, excluded }, rows: rowsOf(counted, scope) };
  },
};
