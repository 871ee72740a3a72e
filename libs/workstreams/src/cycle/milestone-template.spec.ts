import { WORKSTREAM_KINDS } from '../workstream/workstream.js';
import { MILESTONE_NAMES, milestoneTemplate } from './milestone-template.js';

const dates = (...[kind, startsOn]: Parameters<typeof milestoneTemplate>): Record<string, string> =>
  Object.fromEntries(milestoneTemplate(kind, startsOn).map(({ name, dueOn }) => [name, dueOn]));

describe('The milestones that a plan usually has', () => {
  test('are those of a Best Practice Forum, counted back and on from the annual meeting', () => {
    expect(milestoneTemplate('best-practice-forum', '2019-11-25')).toEqual([
      { name: 'proposals due', dueOn: '2019-02-25' },
      { name: 'approval', dueOn: '2019-03-25' },
      { name: 'kick-off', dueOn: '2019-04-25' },
      { name: 'scope and goals', dueOn: '2019-05-25' },
      { name: 'call opens', dueOn: '2019-06-25' },
      { name: 'inclusion date', dueOn: '2019-07-25' },
      { name: 'first draft', dueOn: '2019-08-25' },
      { name: 'second draft', dueOn: '2019-10-14' },
      { name: 'freeze', dueOn: '2019-10-25' },
      { name: 'session', dueOn: '2019-11-25' },
      { name: 'final output', dueOn: '2020-01-25' },
    ]);
  });

  test('differ by kind of workstream, and are in the order of their dates for each', () => {
    expect(Object.keys(dates('cycle', '2016-12-06'))).toContain('stocktaking');
    expect(Object.keys(dates('igf-initiative', '2016-12-06'))).toEqual(['session']);
    for (const kind of WORKSTREAM_KINDS) {
      const all = milestoneTemplate(kind, '2016-12-06');
      expect(all.map(({ dueOn }) => dueOn)).toEqual(all.map(({ dueOn }) => dueOn).toSorted());
      expect(MILESTONE_NAMES).toEqual(expect.arrayContaining(all.map(({ name }) => name)));
    }
  });

  test('end with the month where that has no such day', () => {
    expect(dates('cycle', '2025-08-31')).toMatchObject({ 'proposals due': '2024-11-30', 'final output': '2025-10-31' });
    expect(dates('cycle', '2024-12-31')).toMatchObject({ 'final output': '2025-02-28' });
  });

  test('are as exact as the date of the meeting', () => {
    expect(dates('cenb-phase', '2016-12')).toMatchObject({ 'first draft': '2016-09', 'second draft': '2016-10', session: '2016-12' });
    expect(dates('cenb-phase', '2016-12-06T09:00Z')).toMatchObject({ session: '2016-12-06' });
    expect(milestoneTemplate('cenb-phase', '2016')).toEqual([]);
  });
});
