import { isSet, type SetUp, slipDays } from '#workstreams';
import { openTable } from '../table.js';
import { registered } from './workstreams.js';

type Row = Readonly<{ cycleId: string; milestone: SetUp }>;

const factIdsOf = ({ set, moves, met, dropped }: SetUp): readonly string[] =>
  [set, ...moves, ...met, ...(dropped ? [dropped] : [])].map(({ factId }) => factId);

export const milestones = openTable<Row>({
  name: 'milestones',
  about: 'What the plans of the cycles hold: the date planned first, and the one planned now.',
  key: ['milestone_id'],
  *rows(tables, moment) {
    for (const { row } of registered(tables, moment)) {
      if (row.kind !== 'cycle') continue;
      for (const milestone of row.milestones.filter(isSet)) yield { cycleId: row.workstreamId, milestone };
    }
  },
  columns: [
    { name: 'milestone_id', type: 'id', about: 'Id of the milestone.', value: ({ milestone }) => milestone.milestoneId },
    { name: 'workstream_id', type: 'id', about: 'The cycle that has set it.', value: ({ cycleId }) => cycleId },
    { name: 'name', type: 'text', about: 'What shall be reached.', value: ({ milestone }) => milestone.name },
    { name: 'planned_first', type: 'date', about: 'The date that was planned first.', value: ({ milestone }) => milestone.original },
    { name: 'planned_now', type: 'date', about: 'The date that is planned now.', value: ({ milestone }) => milestone.current },
    {
      name: 'slip_days',
      type: 'whole number',
      about: 'Whole days from the date planned first to the one planned now.',
      value: ({ milestone }) => slipDays(milestone.original, milestone.current),
    },
    {
      name: 'met_by',
      type: 'ids',
      about: 'The workstreams that reached it.',
      value: ({ milestone }) => milestone.met.map((each) => each.metBy),
    },
    {
      name: 'dropped',
      type: 'date',
      about: 'When it was dropped; empty where it was not.',
      value: ({ milestone }) => milestone.dropped?.effective,
    },
    { name: 'fact_ids', type: 'ids', about: 'The facts that the line is made of.', value: ({ milestone }) => factIdsOf(milestone) },
  ],
});
