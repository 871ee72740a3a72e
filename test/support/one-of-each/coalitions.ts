import { randomUUID } from 'node:crypto';
import type { Recording } from './recording.js';

const STATEMENT = {
  need: 'Schools of Internet governance have much to share.',
  actionPlan: 'A meeting at each annual meeting.',
  mailingList: 'dc-sig@intgovforum.org',
  contacts: ['A. Person'],
  representatives: [
    { name: 'A. Person', stakeholderGroup: 'Civil Society', organisation: 'A school' },
    { name: 'B. Person', stakeholderGroup: 'Government' },
    { name: 'C. Person', stakeholderGroup: 'Technical Community' },
  ],
  page: 'https://www.intgovforum.org/proposal',
};

const page = 'https://www.intgovforum.org/dc';

/** Every kind of fact about a Dynamic Coalition, which another one succeeds. */
export async function recordCoalition(to: Recording, workstreamId: string): Promise<void> {
  const coalition = `/v1/dynamic-coalitions/${workstreamId}`;
  const succeededBy = randomUUID();
  await to.server.put(`/v1/dynamic-coalitions/${succeededBy}`, { name: 'The next coalition', effective: '2016' });
  await to.post(`${coalition}/explorations`, { effective: '2016-12' });
  await to.post(`${coalition}/proposals`, { ...STATEMENT, effective: '2017-06' });
  await to.post(`${coalition}/recognitions`, { effective: '2017-07-01' });
  await to.post(`${coalition}/common-standards`, { standards: ['open archives', 'open lists'], page, effective: '2017-08' });
  const results = [
    { standard: 'open archives', met: true },
    { standard: 'open lists', met: false, remark: 'The list is closed.' },
  ];
  await to.post(`${coalition}/standards-checks`, { results, toBeFixedBy: '2018-06', effective: '2018-04' });
  await to.post(`/v1/workstreams/${workstreamId}/yearly-reports`, {
    year: 2018,
    kind: 'paper',
    title: 'A paper',
    page,
    effective: '2018-11',
  });
  await to.post(`${coalition}/inactivity-declarations`, { effective: '2019' });
  await to.post(`${coalition}/recommitments`, { cycle: 2020, effective: '2020-01' });
  await to.post(`${coalition}/listings`, { list: 'coalitions page 2020', as: 'active', effective: '2020-02' });
  await to.post(`${coalition}/omissions`, { list: 'the later list', effective: '2022' });
  await to.post(`${coalition}/successions`, { succeededBy, effective: '2022' });
}
