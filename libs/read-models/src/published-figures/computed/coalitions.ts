import { isSingleDate, period, type PartialDate } from '#event-sourcing';
import { coalitionActivity, dayOf, type DynamicCoalition, inForce, statusOn } from '#workstreams';
import { excludedFrom, populationOf, workOf } from '../../counts/census.js';
import { workstreams } from '../../workstream-directory/workstream-directory.js';
import type { Excluded, MeasureRule } from '../computed-figures.js';
import { earlier } from './registrations.js';

/** What happened to a coalition, with its fact. */
type Happened = Readonly<{ effective: PartialDate; factId: string }>;

const OPEN_YEAR = 'its date leaves open whether it was in that year';

/** The Dynamic Coalitions to which something happened in a year. */
const inYear = (
  ruleOf: (year: number | string) => string,
  happenedTo: (coalition: DynamicCoalition) => readonly Happened[],
): MeasureRule => ({
  rule: ruleOf('the year asked about'),
  compute: ({ cycle, scope }, tables, moment) => {
    if (cycle === null || scope !== null) return null;
    const year = period(String(cycle));
    const counted: string[] = [];
    const excluded: Excluded[] = [];
    for (const coalition of workstreams(tables).rows({ kind: 'dynamic-coalition' }, moment) as readonly DynamicCoalition[]) {
      const perhaps = happenedTo(coalition).filter(
        ({ effective }) => period(effective).first < year.end && period(effective).end > year.first,
      );
      const surely = perhaps.find(({ effective }) => period(effective).first >= year.first && period(effective).end <= year.end);
      if (surely) counted.push(surely.factId);
      else excluded.push(...perhaps.map(({ factId }) => ({ factId, why: OPEN_YEAR })));
    }
    return { value: counted.length, rule: ruleOf(cycle), factIds: counted, excluded };
  },
});

/** Those of which a source says that they were being explored in that year. */
export const exploredCoalitions = inYear(
  (cycle) => `Dynamic Coalitions, or groups on their way to one, that were in an exploratory phase in ${cycle}.`,
  ({ coalition }) => coalition.exploring,
);

/** Those that took up their work again in that year. */
export const recommittedCoalitions = inYear(
  (cycle) => `Dynamic Coalitions that recommitted to their activities in ${cycle}.`,
  ({ coalition }) => coalition.turns.filter(({ to }) => to === 'recommitted'),
);

const activeOn = (date: PartialDate): string =>
  `Dynamic Coalitions that the rule “${coalitionActivity.name}”, as it was in force then, takes for active by the end of ${date}.`;

/** Those that the rule of their activity takes for active on a date: a group on its way to a coalition is none, and of others it is not known. */
export const activeCoalitions: MeasureRule = {
  rule: activeOn('the date asked about'),
  compute: ({ speaksOf, scope }, tables, { asOf, ...known }) => {
    // Of a date that is not known, nothing can be told.
    if (scope !== null || !isSingleDate(speaksOf)) return null;
    const day = dayOf(earlier(speaksOf, asOf));
    const version = inForce(coalitionActivity, day);
    const population = populationOf<DynamicCoalition>('dynamic-coalition', known, tables);
    const there = population.at(day.date);
    const judged = [...there.values()].map((each) => ({
      factId: each.row.registered.factId,
      status: statusOn(version, workOf(each), day).status,
    }));
    const active = judged.filter(({ status }) => status === 'active');
    const others = judged.filter((each) => !active.includes(each));
    return {
      value: active.length,
      rule: activeOn(speaksOf),
      factIds: active.map(({ factId }) => factId),
      excluded: [
        ...others.map(({ factId, status }) => ({ factId, why: `by that rule it is ${status}` })),
        ...excludedFrom(there, population.at(), day.period.end),
      ],
    };
  },
};
