import type { FigureGroup } from '#read-models';
import { isSingleDate } from '#event-sourcing';
import type { MeasureId } from '#workstreams';
import { dateText } from '#read-models';
import { computedNumber, inOrder, isReproduced, keyOf, leftOpen, publishedNumber, publishedText } from '../figures.js';
import type { Material } from '../material.js';
import type { GeneratedSection, ReportRow, ReportStatement } from '../model.js';
import { countOf, howMany, row, says, series, statement } from '../says.js';

const whatOf = ({ title, measure, scope, speaksOf }: FigureGroup): string =>
  `${title ?? measure}${scope === null ? '' : `, ${scope}`} (${dateText(speaksOf)})`;

/** What somebody made of figures that disagree. */
function judgementText({ figures }: FigureGroup): string {
  const judged = figures.flatMap(({ value, judgement }) => (judgement ? [`${value}: ${judgement.verdict}. ${judgement.explanation}`] : []));
  return judged.length === 0 ? 'nobody has judged them' : judged.join(' ');
}

const disagreement = (group: FigureGroup): ReportRow =>
  row(
    keyOf(group),
    [whatOf(group), publishedText(group), judgementText(group)],
    group.figures.flatMap(({ judgement }) => judgement?.factId ?? []),
  );

/** Of what lies between a published number and the record, what is known. */
function reasonFor(group: FigureGroup): string {
  const { value, excluded } = group.computed!;
  const highest = Math.max(...group.figures.map(({ quantity }) => quantity.high ?? quantity.low ?? 0));
  const lowest = Math.min(...group.figures.map(({ quantity }) => quantity.low ?? quantity.high ?? 0));
  if (value > highest) return 'The record holds more than was published.';
  return value + excluded.length < lowest ? 'What is missing is not on record.' : 'What is not counted may make up for it.';
}

function unreproduced(group: FigureGroup): ReportRow {
  const computed = group.computed!;
  const values = series(
    group.figures.map((figure) => publishedNumber(figure, group)),
    'or',
  );
  return row(keyOf(group), [whatOf(group), values, computedNumber(computed), says`${reasonFor(group)}${leftOpen(computed)}`]);
}

/** A number that all sources give alike, as an exact one. */
type Exactly = Readonly<{ group: FigureGroup; value: number }>;

type Undated = Readonly<{ what: string; factIds: readonly string[] }>;

/** Of what the date is not known to the year, or only by bounds. */
function undated({ workstreams, meetings, calls, papers, cycle }: Material): readonly Undated[] {
  const own = workstreams.filter((each) => 'cycle' in each && each.cycle === cycle);
  const unsure = (all: readonly (Readonly<{ effective: string; factId: string }> | null)[]): readonly string[] =>
    all.flatMap((step) => (step && !isSingleDate(step.effective) ? [step.factId] : []));
  return [
    { what: 'workstream', factIds: unsure(own.map(({ registered }) => registered)) },
    { what: 'meeting', factIds: unsure(meetings.map(({ begun }) => begun)) },
    { what: 'call', factIds: unsure(calls.map(({ opened }) => opened)) },
    { what: 'paper', factIds: unsure(papers.map(({ begun }) => begun)) },
  ].filter(({ factIds }) => factIds.length > 0);
}

const undatedStatement = ({ what, factIds }: Undated): ReportStatement =>
  statement(
    `undated-${what}`,
    says`Of ${howMany(countOf(factIds, `Beginnings of a ${what} of the cycle with bounds for a date, or none.`), what)} of the cycle only bounds are on record for the day on which it began.`,
  );

function owedRecords({ meetings, cycle }: Material): ReportStatement | undefined {
  const owed = meetings.filter(({ status, record }) => status === 'held' && record === null).map(({ begun }) => begun!.factId);
  if (owed.length === 0) return undefined;
  const number = countOf(owed, `Meetings of the ${cycle} cycle that were held and of which no record of the whole is on record.`);
  return statement('no-record', says`Of ${howMany(number, 'meeting')} that took place no record is on record.`);
}

function silentCalls({ calls, cycle }: Material): ReportStatement | undefined {
  const silent = calls
    .filter(({ counts, counted }) => counts.total.count === 0 && counted.length === 0)
    .map(({ opened }) => opened!.factId);
  if (silent.length === 0) return undefined;
  const number = countOf(silent, `Calls of the ${cycle} cycle with neither a contribution nor a stated number on record.`);
  return statement('silent-calls', says`What came in is not on record for ${howMany(number, 'call')} for input.`);
}

const exactly = (groups: readonly FigureGroup[], measure: MeasureId): Exactly | undefined => {
  const found = groups.filter((group) => group.measure === measure && group.scope === null && group.agreement === 'one voice');
  const [group, ...others] = found;
  const { low, high, about } = group?.figures[0]?.quantity ?? {};
  return group && others.length === 0 && low !== undefined && low === high && !about ? { group, value: low } : undefined;
};

/** Published numbers of two years that do not add up: those of the year before, with the new ones, make another sum. */
function sumOfCoalitions({ figures, figuresBefore, cycle }: Material): ReportStatement | undefined {
  const [before, added, now] = [exactly(figuresBefore, 'active DCs'), exactly(figures, 'new DCs'), exactly(figures, 'active DCs')];
  if (!before || !added || !now || before.value + added.value === now.value) return undefined;
  const number = ({ group }: Exactly) => publishedNumber(group.figures[0]!, group);
  return statement(
    'coalitions-do-not-add-up',
    says`As published, there were ${number(before)} active coalitions in ${String(cycle - 1)}, ${number(added)} were new in ${String(cycle)}, and ${number(now)} were active then: some must have left or come back, or a count is wrong.`,
  );
}

const NOTHING: ReportStatement = statement('none', ['Nothing on record about this cycle is in doubt.']);

/** What the report could not settle: sources that disagree, figures that the record does not give, dates that are not known. */
export function openQuestions(material: Material): GeneratedSection {
  const groups = inOrder([...new Set([...material.figures, ...otherYears(material)])]);
  const disputed = groups.filter(({ agreement }) => agreement === 'disagree').map(disagreement);
  const missing = groups.filter((group) => group.computed !== null && !isReproduced(group)).map(unreproduced);
  const tables = [
    {
      id: 'disagreeing',
      caption: 'Published figures that disagree',
      columns: ['What is counted', 'Published', 'Judgement'],
      rows: disputed,
    },
    {
      id: 'not-reproduced',
      caption: 'Published figures that the record does not give',
      columns: ['What is counted', 'Published', 'On record', 'Difference'],
      rows: missing,
    },
  ].filter(({ rows }) => rows.length > 0);
  const statements = [
    ...undated(material).map(undatedStatement),
    owedRecords(material),
    silentCalls(material),
    sumOfCoalitions(material),
  ].filter((each) => each !== undefined);
  return { statements: statements.length === 0 && tables.length === 0 ? [NOTHING] : statements, tables };
}

/** The earlier numbers that the growth is told from. */
const otherYears = ({ recognised, figures }: Material): readonly FigureGroup[] => {
  const known = new Set(figures.map(keyOf));
  return recognised.filter((group) => !known.has(keyOf(group)));
};
