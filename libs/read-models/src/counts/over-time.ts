import { type Moment, type PartialDate, period } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import {
  coalitionActivity,
  type Day,
  dayOf,
  type DynamicCoalition,
  type IgfInitiative,
  inForce,
  initiativeStanding,
  type MeasureId,
  type Meeting,
  statusOn,
  type StatusRule,
  type Work,
} from '#workstreams';
import { askedInstant } from '../asked.js';
import { figures, isPublished, type Published } from '../published-figures/figure-register.js';
import { type Census, excludedFrom, type Lasting, type Population, populationOf, type Present, registrations, workOf } from './census.js';
import { type CountCase, type CountQuestion, countRow, type CountRow, rowWithout, type StatedNumber } from './count.js';
import { momentOf } from './scope.js';
import { daysOf, type TimeStep, stepsBetween } from './steps.js';

/** What is counted over time, and by which rule it is judged. */
type Counting<W extends Lasting> = Readonly<{
  kind: W['kind'];
  id: string;
  title: string;
  unit: string;
  /** What they are called in a rule. */
  plural: string;
  judging: StatusRule<Work<W>>;
  /** The facts that end one; null where nothing is recorded that would. */
  endings: ((row: W) => readonly Readonly<{ factId: string }>[]) | null;
  /** The measures under which others published the same. */
  published: Readonly<{ onRecord: MeasureId; new: MeasureId | null }>;
}>;

type RowOfStep = Pick<CountRow, 'by' | 'name' | 'from' | 'to'>;

/** What was published of all, and not of a part. */
const publishedAs = (measure: MeasureId, tables: Tables, moment: Moment): readonly Published[] =>
  figures(tables)
    .rows({ measure }, moment)
    .filter(isPublished)
    .filter(({ scope }) => scope === null);

/** What of that speaks of a time within a step. */
const statedIn = (published: readonly Published[], { first, end }: TimeStep): readonly StatedNumber[] =>
  published
    .filter(({ speaksOf }) => period(speaksOf).first >= first && period(speaksOf).end <= end)
    .map(({ quantity, speaksOf, statedBy, published: { factId } }) => ({ printed: quantity.printed, speaksOf, says: statedBy, factId }));

type Verdict = ReturnType<typeof statusOn>;
type Judged = Readonly<{ sessions: readonly Meeting[]; verdict: Verdict }>;

/** Verdicts by the state that was judged, which is the same as long as no fact joins it; then by the rule and the date. */
const verdicts = new WeakMap<object, Map<string, Judged>>();

/** How one stood on a day, judged once for all who ask. */
function verdictOn<W extends Lasting>(present: Present<W>, rule: StatusRule<Work<W>>, day: Day): Verdict {
  const known = verdicts.get(present.row) ?? new Map<string, Judged>();
  verdicts.set(present.row, known);
  const key = `${rule.name} ${day.date}`;
  const { sessions } = present;
  const found = known.get(key);
  if (found?.sessions.length === sessions.length && sessions.every((session, n) => session === found.sessions[n])) return found.verdict;
  const verdict = statusOn(inForce(rule, day), workOf(present), day);
  known.set(key, { sessions, verdict });
  return verdict;
}

/** Those of each status, which together are all. */
function statusRows<W extends Lasting>(census: Census<W>, { judging }: Counting<W>, asOf: PartialDate, of: RowOfStep): readonly CountRow[] {
  const day = dayOf(asOf);
  const judged = [...census.values()].map((present) => ({ present, verdict: verdictOn(present, judging, day) }));
  return judging.statuses.map((status) => {
    const mine = judged.filter(({ verdict }) => verdict.status === status);
    const reasons = mine.flatMap(({ verdict }) => verdict.reasons.flatMap(({ factIds }) => factIds));
    const factIds = [...new Set([...registrations(mine.map(({ present }) => present)), ...reasons])];
    return countRow({ ...of, what: `${judging.name}: ${status}`, value: mine.length, factIds });
  });
}

/** Those that ended by a date and had not by the one before. */
function endedRow<W extends Lasting>(now: Census<W>, before: Census<W>, { endings }: Counting<W>, of: RowOfStep): CountRow {
  const row = { ...of, what: 'ended' };
  if (!endings) return rowWithout('not applicable', 'no fact ends one; what became of each is told by its status', { ...row, factIds: [] });
  const facts = (present: Present<W> | undefined): readonly string[] => (present ? endings(present.row).map(({ factId }) => factId) : []);
  const ended = [...now].filter(([id, present]) => facts(present).length > 0 && facts(before.get(id)).length === 0);
  return countRow({ ...row, value: ended.length, factIds: ended.flatMap(([, present]) => facts(present)) });
}

/** The steps that a question asks for: years since the first of which anything is sure, or the months of the last year. */
function stepsAsked({ step = 'year', from, to, ...moment }: CountQuestion, all: Census<Lasting>): readonly TimeStep[] {
  const end = Math.min(askedInstant(moment), to === undefined ? Infinity : period(to).end);
  const thatYear = period(String(new Date(end - 1).getUTCFullYear())).first;
  const earliest = Math.min(...[...all.values()].map(({ row }) => period(row.registered.effective).end - 1), end - 1);
  const since = step === 'month' ? thatYear : earliest;
  return stepsBetween(from === undefined ? since : period(from).first, end, step);
}

/** What is counted at the end of a step, before it is put beside what others stated. */
type RowsOfStep = Readonly<{ onRecord: CountRow; added: CountRow; others: readonly CountRow[] }>;

const ruleOf = (plural: string, judgedBy: string, ends: boolean): string =>
  `${plural} that are registered as surely there by the end of each year or month. New are those that surely began in it; of the others that were not surely there before, it is not known whether they began in it or earlier${ends ? '; ended are those that another succeeded, which stay on record' : ''}. Their status is the verdict of the rule "${judgedBy}" in force then.`;

/** How many there were at the end of each year or month. */
function overTime<W extends Lasting>(counting: Counting<W>): CountCase {
  const { kind, id, title, unit, plural, judging, endings, published } = counting;
  const rule = ruleOf(plural, judging.name, endings !== null);
  const rowsOf = (step: TimeStep, by: 'year' | 'month', population: Population<W>): RowsOfStep => {
    const { before: dayBefore, from, to } = daysOf(step);
    // In the order of the dates, so that each life is folded once.
    const [before, now] = [population.at(dayBefore), population.at(step.asOf)];
    const added = [...now].filter(([each]) => !before.has(each)).map(([, present]) => present);
    const isNew = ({ row }: Present<W>): boolean => period(row.registered.effective).first >= step.first;
    const [begun, begunOrThere] = [added.filter(isNew), added.filter((each) => !isNew(each))];
    const of: RowOfStep = { by, name: step.name, from, to };
    return {
      onRecord: countRow({ ...of, what: 'on record', value: now.size, factIds: registrations(now.values()) }),
      added: countRow({ ...of, what: 'new', value: begun.length, factIds: registrations(begun) }),
      others: [
        countRow({ ...of, what: 'new or there before', value: begunOrThere.length, factIds: registrations(begunOrThere) }),
        endedRow(now, before, counting, of),
        ...statusRows(now, counting, step.asOf, of),
      ],
    };
  };
  const compute: CountCase['compute'] = (asked, tables) => {
    const moment = momentOf(asked);
    const population = populationOf<W>(kind, moment, tables);
    const all = population.at();
    const steps = all.size === 0 ? [] : stepsAsked(asked, all);
    const last = steps.at(-1);
    if (!last) return null;
    const figuresOf = new Map(
      [published.onRecord, published.new].map((measure) => [measure, measure ? publishedAs(measure, tables, moment) : []]),
    );
    const by = asked.step ?? 'year';
    const rows = steps.flatMap((step) => {
      const stated = (measure: MeasureId | null) => statedIn(figuresOf.get(measure)!, step);
      const { onRecord, added, others } = population.kept(JSON.stringify([by, step]), () => rowsOf(step, by, population));
      return [{ ...onRecord, stated: stated(published.onRecord) }, { ...added, stated: stated(published.new) }, ...others];
    });
    const census = population.at(last.asOf);
    const factIds = registrations(census.values());
    const excluded = excludedFrom(census, all, period(last.asOf).end);
    return { computed: { value: factIds.length, rule, factIds, excluded }, rows };
  };
  return { id, title, unit, rule, parameters: ['from', 'to', 'step'], compute };
}

export const initiativesOverTime = overTime<IgfInitiative>({
  kind: 'igf-initiative',
  id: 'initiatives-over-time',
  title: 'IGF initiatives at the end of each year or month',
  unit: 'initiatives',
  plural: 'IGF initiatives of all levels',
  judging: initiativeStanding,
  endings: null,
  published: { onRecord: 'recognised NRIs', new: null },
});

export const coalitionsOverTime = overTime<DynamicCoalition>({
  kind: 'dynamic-coalition',
  id: 'coalitions-over-time',
  title: 'Dynamic Coalitions at the end of each year or month',
  unit: 'coalitions',
  plural: 'Dynamic Coalitions',
  judging: coalitionActivity,
  endings: ({ coalition }) => coalition.successions,
  published: { onRecord: 'active DCs', new: 'new DCs' },
});
