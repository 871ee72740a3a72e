import type { Query } from '../../libs/event-sourcing/src/index.js';
import {
  CELL_COLUMNS,
  COUNTS,
  FACT_KINDS,
  GetBoard,
  GetCalendar,
  GetCount,
  GetStatus,
  GetTimeline,
  Search,
} from '../../libs/read-models/src/index.js';
import { WORKSTREAM_KINDS } from '../../libs/workstreams/src/index.js';
import { type Chance, oneOf, some } from './answers.chance.js';
import type { Subjects } from './answers.subjects.js';

/** A kind of question, and how one of the kind is made up. */
export type Kind = Readonly<{
  name: string;
  Query: new () => Query;
  fields: (subjects: Subjects, chance: Chance) => object;
}>;

function countFields(subjects: Subjects, chance: Chance): object {
  const { id, parameters } = oneOf(COUNTS, chance);
  const asked: Readonly<Record<(typeof parameters)[number], () => unknown>> = {
    cycle: () => subjects.year(chance),
    workstreamId: () => subjects.workstreamId(chance),
    callId: () => oneOf(subjects.callIds, chance),
    seriesId: () => oneOf(subjects.seriesIds, chance),
    from: () => String(subjects.year(chance)),
    to: () => subjects.month(chance),
    on: () => subjects.day(chance),
    step: () => oneOf(['year', 'month'], chance),
  };
  // Of a call, or of a series: one thing is asked about, else most questions would have no answer.
  const narrowing = parameters.filter((name) => name !== 'from' && name !== 'to' && name !== 'step');
  const name = narrowing.length > 0 ? oneOf(narrowing, chance) : undefined;
  return {
    count: id,
    ...(name && { [name]: asked[name]() }),
    ...some({ ...(parameters.includes('step') && { step: asked.step() }) }, chance),
  };
}

/** What is asked most, with what may be chosen left to chance. */
export const KINDS = {
  board: {
    name: 'Status board',
    Query: GetBoard,
    fields: (subjects, chance) =>
      some(
        {
          kind: [oneOf(WORKSTREAM_KINDS, chance)],
          cycle: subjects.year(chance),
          name: subjects.word(chance),
          attention: chance() < 0.5,
          sort: oneOf(['name', 'kind', 'cycle', 'attention', ...CELL_COLUMNS], chance),
          order: oneOf(['ascending', 'descending'], chance),
          groupBy: oneOf(['kind', 'status', 'cycle'], chance),
        },
        chance,
      ),
  },
  timeline: {
    name: 'Timeline, one page',
    Query: GetTimeline,
    fields: (subjects, chance) => ({
      workstreamId: subjects.workstreamId(chance),
      ...some({ kind: [oneOf(FACT_KINDS, chance)], axis: 'recorded', from: subjects.month(chance) }, chance),
    }),
  },
  search: {
    name: 'Search',
    Query: Search,
    fields: (subjects, chance) => ({
      q: subjects.words(chance),
      ...some({ cycle: subjects.year(chance), workstreamId: subjects.workstreamId(chance) }, chance, 0.1),
    }),
  },
  count: { name: 'A count', Query: GetCount, fields: countFields },
  calendar: {
    name: 'Calendar, one month',
    Query: GetCalendar,
    fields: (subjects, chance) => {
      const month = subjects.month(chance);
      return { from: month, to: month, ...some({ workstreamId: [subjects.workstreamId(chance)] }, chance) };
    },
  },
  status: {
    name: 'Status of a workstream',
    Query: GetStatus,
    fields: (subjects, chance) => ({ workstreamId: subjects.workstreamId(chance) }),
  },
} as const satisfies Readonly<Record<string, Kind>>;
