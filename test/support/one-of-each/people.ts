import { randomUUID } from 'node:crypto';
import type { Recording } from './recording.js';

/** Every kind of fact about a person, and about their part in a workstream. */
export async function recordPeople(to: Recording, workstreamId: string): Promise<Record<'personId', string>> {
  const [personId, current, former] = [randomUUID(), randomUUID(), randomUUID()];
  const groups = { stakeholderGroup: 'Civil Society', regionalGroup: 'African Group' };
  await to.put(`/v1/people/${personId}`, { ...groups, name: 'A. Person', organisation: 'APC', effective: '2016' });
  await to.post(`/v1/people/${personId}/descriptions`, { ...groups, name: 'A. B. Person', organisation: 'ISOC', effective: '2017-06' });
  const roles = `/v1/workstreams/${workstreamId}/roles`;
  const role = { personId, title: 'MAG coordinator', forBody: 'APC', until: '2017-12-31', effective: '2017-01-15' };
  await to.put(`${roles}/${former}`, { ...role, role: 'co-coordinator' });
  await to.post(`${roles}/${former}/end`, { effective: '2017-05-01' });
  await to.put(`${roles}/${current}`, { ...role, role: 'coordinator', until: '2100' });
  return { personId };
}
