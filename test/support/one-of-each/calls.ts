import { randomUUID } from 'node:crypto';
import type { Recording } from './recording.js';

const CALL = {
  purpose: 'input',
  questions: ['What works?'],
  audience: ['NRIs'],
  channels: [{ kind: 'e-mail', address: 'cenb@intgovforum.org' }, { kind: 'web form' }],
  inclusionDate: '2017-08-01',
  closingDate: '2017-10',
  deadlines: [{ category: 'NRIs', kind: 'closing', on: '2017-11-15' }],
  page: 'https://www.intgovforum.org/call',
};

const PAPER = {
  kind: 'case study',
  title: 'A school online',
  contributor: 'A. Person',
  organisation: 'Schools Online',
  stakeholderGroup: 'Civil Society',
  regionalGroup: 'African Group',
  category: 'NRIs',
  language: 'pt-BR',
  consentToPublish: true,
  page: 'https://www.intgovforum.org/paper',
};

/** Every kind of fact about a call. */
export async function recordCall(
  to: Recording,
  workstreamIds: readonly string[],
): Promise<Record<'callId' | 'contributionId' | 'countFact' | 'reopeningFact' | 'openingFact' | 'repeatedFact', string>> {
  const [callId, paper, late, gone] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const call = `/v1/calls/${callId}`;
  const openingFact = await to.put(call, { ...CALL, workstreamIds, title: 'Call for public input', effective: '2017-06-13' });
  const announced = { announcedBy: 'IGF Secretariat', announcedIn: 'the list' };
  await to.post(`${call}/extensions`, { ...announced, deadline: 'inclusion', to: '2017-09-15', effective: '2017-07-30' });
  await to.post(`${call}/extensions`, { ...announced, deadline: 'closing', category: 'NRIs', to: '2017-11-20', effective: '2017-10-01' });
  await to.put(`${call}/contributions/${paper}`, { ...PAPER, effective: '2017-08-02' });
  await to.put(`${call}/contributions/${late}`, { ...PAPER, kind: 'written', effective: '2017-11-25' });
  await to.put(`${call}/contributions/${gone}`, { kind: 'written', effective: '2017-08' });
  await to.post(`${call}/contributions/${paper}/acknowledgement`, { effective: '2017-08-03' });
  await to.post(`${call}/contributions/${paper}/publication`, { page: 'https://www.intgovforum.org/p', effective: '2017-08-04' });
  await to.post(`${call}/contributions/${late}/late-acceptance`, { effective: '2017-11-26' });
  await to.post(`${call}/contributions/${gone}/withdrawal`, { effective: '2017-09-01' });
  const stated = { contributors: '12', covers: 'Draft I', includesOtherCalls: true, effective: '2017-09-20' };
  const repeatedFact = await to.post(`${call}/counts`, { ...stated, count: 'about 14' });
  const countFact = await to.post(`${call}/counts`, { ...stated, count: 'a lot' });
  await to.post(`${call}/closings`, { effective: '2017-12-01' });
  const reopeningFact = await to.post(`${call}/reopenings`, { effective: '2017-12-05' });
  return { callId, contributionId: paper, countFact, reopeningFact, openingFact, repeatedFact };
}
