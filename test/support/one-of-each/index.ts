import { randomUUID } from 'node:crypto';
import type { TestServer } from '../server.js';
import { recordCall } from './calls.js';
import { recordCoalition } from './coalitions.js';
import { recordInitiative } from './initiatives.js';
import { recordCycle } from './cycles.js';
import { recordFigures } from './figures.js';
import { recordForums } from './forums.js';
import { recordMeetings } from './meetings.js';
import { recordPapers } from './papers.js';
import { recordPeople } from './people.js';
import { recordReports } from './reports.js';
import { type Exchange, Recording } from './recording.js';
import { recordWorkstreams } from './workstreams.js';

/** Ids of what was recorded, by what they stand for in an address, with words that stand in it, and every exchange on the way. */
export type OneOfEach = Readonly<{ ids: Readonly<Record<string, string>>; exchanges: readonly Exchange[] }>;

/** Records every kind of fact that there is, with every field that it can have. */
export async function recordOneOfEach(server: TestServer): Promise<OneOfEach> {
  const to = new Recording(server);
  const { forum, phase, coalition, initiative } = await recordWorkstreams(to);
  const { personId } = await recordPeople(to, phase);
  const { meetingId, seriesId } = await recordMeetings(to, [phase, forum], personId);
  const session = randomUUID();
  await server.put(`/v1/meetings/${session}/log`, { workstreamIds: [phase], title: 'A session', kind: 'hybrid', effective: '2016' });
  await recordForums(to, session);
  await recordCoalition(to, coalition);
  await recordInitiative(to, initiative);
  const { callId, contributionId, ...fact } = await recordCall(to, [phase, forum]);
  const { paperId } = await recordPapers(to, { workstreamIds: [phase, forum], callId, contributionId, meetingId: session });
  const { cycle } = await recordCycle(to, forum, paperId);
  const { figureId } = await recordFigures(to, [phase, forum]);
  const { reportId } = await recordReports(to, cycle);
  await to.post(`/v1/facts/${fact.countFact}/amendments`, { changes: { count: '15', contributors: null }, effective: '2017-09-21' });
  const retraction = await to.post(`/v1/facts/${fact.reopeningFact}/retractions`, {});
  await to.post(`/v1/facts/${retraction}/retractions`, {});
  await to.post(`/v1/facts/${fact.repeatedFact}/duplications`, { duplicateOf: fact.countFact });
  await to.post(`/v1/facts/${fact.openingFact}/reattributions`, { owners: [phase] });
  const ids = {
    workstreamId: phase,
    count: 'contributions',
    meetingId,
    seriesId,
    callId,
    contributionId,
    paperId,
    figureId,
    reportId,
    'reports/cycle': '2017',
    '/kind': 'chairs-summary',
    personId,
    'cycles/workstreamId': cycle,
    kind: 'cenb-phase',
    name: 'calls.csv',
    factId: fact.countFact,
    corrects: fact.countFact,
    q: 'a',
  };
  return { ids, exchanges: to.exchanges };
}
