import type { Recording } from './recording.js';

const page = 'https://www.igf.example/meeting';

/** Every kind of fact about an IGF initiative. */
export async function recordInitiative(to: Recording, workstreamId: string): Promise<void> {
  const initiative = `/v1/igf-initiatives/${workstreamId}`;
  const year = 2017;
  await to.post(`${initiative}/formations`, { effective: '2016-05' });
  await to.post(`${initiative}/organising-teams`, {
    members: [
      { stakeholderGroup: 'Government', count: 2 },
      { stakeholderGroup: 'Civil Society', count: 3 },
      { stakeholderGroup: 'Private Sector' },
    ],
    complete: true,
    effective: '2016-06',
  });
  await to.post(`${initiative}/foundations`, { effective: '2016-07' });
  await to.post(`${initiative}/principles`, { principles: ['inclusive', 'bottom-up'], page, effective: '2016-08' });
  const plan = { year, scheduledFor: '2017-10-05', place: 'Brasilia', tentative: true };
  await to.post(`${initiative}/scheduled-meetings`, { ...plan, effective: '2017-05' });
  const meeting = { year, edition: 'first', place: 'Brasilia', page, first: true };
  await to.post(`${initiative}/annual-meetings`, { ...meeting, effective: '2017-10-05' });
  await to.post(`/v1/workstreams/${workstreamId}/yearly-reports`, { year, kind: 'report', title: 'Report', page, effective: '2017-12' });
  await to.post(`${initiative}/recognitions`, { effective: '2018-01' });
  await to.post(`${initiative}/listings`, { list: 'SEEDIG list', effective: '2018-03-29' });
  await to.post(`${initiative}/delistings`, { list: 'SEEDIG list', effective: '2019' });
  await to.post(`${initiative}/dormancies`, { effective: '2020' });
  await to.post(`${initiative}/rejuvenations`, { effective: '2021' });
  await to.post(`${initiative}/mentions`, { as: 'present at the roundtable', effective: '2021-12-07' });
  const regionalGroup = 'African Group';
  await to.post(`${initiative}/reclassifications`, { level: 'regional', place: 'Lusophone countries', regionalGroup, effective: '2022' });
}
