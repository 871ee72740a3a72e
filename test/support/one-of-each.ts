import { randomUUID } from 'node:crypto';
import type { Reply, TestServer } from './server.js';

/** What was asked and what was answered. */
export type Exchange = Readonly<{ method: 'put' | 'post'; path: string; body: object; reply: Reply }>;

/** Ids of what was recorded, by what they stand for in a path, and every exchange on the way. */
export type OneOfEach = Readonly<{ ids: Readonly<Record<string, string>>; exchanges: readonly Exchange[] }>;

const DETAILS = {
  sources: [{ document: 'Minutes', url: 'https://www.intgovforum.org/minutes', retrieved: '2026-11', locator: 'page 3' }],
  reason: 'as decided in the call',
  note: 'A note.',
  onBehalfOf: 'the coordinators',
};

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

/** Records every kind of fact that there is, with every field that it can have. */
export async function recordOneOfEach(server: TestServer): Promise<OneOfEach> {
  const [forum, coalition, phase, initiative, network, callId, paper, late, gone] = Array.from({ length: 9 }, () => randomUUID());
  const exchanges: Exchange[] = [];
  const send = async (method: 'put' | 'post', path: string, fields: object): Promise<void> => {
    const body = { ...DETAILS, ...fields };
    exchanges.push({ method, path, body, reply: await server[method](path, body) });
  };
  const put = async (path: string, fields: object): Promise<void> => send('put', path, fields);
  const post = async (path: string, fields: object): Promise<void> => send('post', path, fields);
  const call = `/v1/calls/${callId}`;

  const workstream = { aliases: ['Also known as'], page: 'https://www.intgovforum.org/workstream', effective: '2016' };
  await put(`/v1/dynamic-coalitions/${coalition}`, { ...workstream, name: 'Youth Coalition', abbreviation: 'YCIG' });
  await put(`/v1/policy-networks/${network}`, { ...workstream, name: 'Policy Network', abbreviation: 'PN' });
  await put(`/v1/cenb-phases/${phase}`, { ...workstream, name: 'CENB Phase III', phase: 'III', cycle: 2017, focusSdgs: [4, 5, 9] });
  const earlier = randomUUID();
  await server.put(`/v1/best-practice-forums/${earlier}`, { name: 'Gender and Access', cycle: 2016, effective: '2016' });
  await put(`/v1/best-practice-forums/${forum}`, {
    ...workstream,
    name: 'BPF Gender and Access',
    cycle: 2017,
    series: 'Gender',
    renews: [earlier],
    outputTitle: 'Unique challenges',
  });
  await put(`/v1/igf-initiatives/${initiative}`, {
    ...workstream,
    name: 'IGF Brazil',
    level: 'national',
    place: 'Brazil',
    regionalGroup: 'Latin American and Caribbean Group',
    beganAs: 'first held',
  });
  await post(`/v1/workstreams/${coalition}/names`, { name: 'Youth Coalition on Internet Governance', effective: '2017-03' });
  await post(`/v1/workstreams/${coalition}/aliases`, { alias: 'DC Youth', effective: '2017-03' });

  await put(call, { ...CALL, workstreamIds: [phase, forum], title: 'Call for public input', effective: '2017-06-13' });
  const announced = { announcedBy: 'IGF Secretariat', announcedIn: 'the list' };
  await post(`${call}/extensions`, { ...announced, deadline: 'inclusion', to: '2017-09-15', effective: '2017-07-30' });
  await post(`${call}/extensions`, { ...announced, deadline: 'closing', category: 'NRIs', to: '2017-11-20', effective: '2017-10-01' });
  await put(`${call}/contributions/${paper}`, { ...PAPER, effective: '2017-08-02' });
  await put(`${call}/contributions/${late}`, { ...PAPER, kind: 'written', effective: '2017-11-25' });
  await put(`${call}/contributions/${gone}`, { kind: 'written', effective: '2017-08' });
  await post(`${call}/contributions/${paper}/acknowledgement`, { effective: '2017-08-03' });
  await post(`${call}/contributions/${paper}/publication`, { page: 'https://www.intgovforum.org/p', effective: '2017-08-04' });
  await post(`${call}/contributions/${late}/late-acceptance`, { effective: '2017-11-26' });
  await post(`${call}/contributions/${gone}/withdrawal`, { effective: '2017-09-01' });
  const stated = { contributors: '12', covers: 'Draft I', includesOtherCalls: true, effective: '2017-09-20' };
  await post(`${call}/counts`, { ...stated, count: 'about 14' });
  await post(`${call}/counts`, { ...stated, count: 'a lot' });
  await post(`${call}/closings`, { effective: '2017-12-01' });
  await post(`${call}/reopenings`, { effective: '2017-12-05' });

  const factOf = (index: number): string => (exchanges.at(index)!.reply.body as { factIds: string[] }).factIds[0]!;
  const counted = factOf(-3);
  await post(`/v1/facts/${counted}/amendments`, { changes: { count: '15', contributors: null }, effective: '2017-09-21' });
  await post(`/v1/facts/${factOf(-1)}/retractions`, {});
  await post(`/v1/facts/${factOf(-3)}/retractions`, {});
  return { ids: { workstreamId: phase!, callId: callId!, contributionId: paper!, factId: counted, corrects: counted }, exchanges };
}
