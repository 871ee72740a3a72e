import type { TestServer } from '../server.js';
import { recordCall } from './calls.js';
import { recordCoalition } from './coalitions.js';
import { recordInitiative } from './initiatives.js';
import { type Exchange, Recording } from './recording.js';
import { recordWorkstreams } from './workstreams.js';

/** Ids of what was recorded, by what they stand for in a path, and every exchange on the way. */
export type OneOfEach = Readonly<{ ids: Readonly<Record<string, string>>; exchanges: readonly Exchange[] }>;

/** Records every kind of fact that there is, with every field that it can have. */
export async function recordOneOfEach(server: TestServer): Promise<OneOfEach> {
  const to = new Recording(server);
  const { forum, phase, coalition, initiative } = await recordWorkstreams(to);
  await recordCoalition(to, coalition);
  await recordInitiative(to, initiative);
  const { callId, contributionId, countFact, reopeningFact } = await recordCall(to, [phase, forum]);
  await to.post(`/v1/facts/${countFact}/amendments`, { changes: { count: '15', contributors: null }, effective: '2017-09-21' });
  const retraction = await to.post(`/v1/facts/${reopeningFact}/retractions`, {});
  await to.post(`/v1/facts/${retraction}/retractions`, {});
  return { ids: { workstreamId: phase, callId, contributionId, factId: countFact, corrects: countFact }, exchanges: to.exchanges };
}
