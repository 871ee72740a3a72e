import { randomUUID } from 'node:crypto';
import type { Recording } from './recording.js';

/** What all kinds of workstream may say. */
const COMMON = { aliases: ['Also known as'], page: 'https://www.intgovforum.org/workstream', effective: '2016' };

/** Every kind of workstream, and every kind of fact about one. */
export async function recordWorkstreams(
  to: Recording,
): Promise<Record<'forum' | 'coalition' | 'phase' | 'initiative' | 'network', string>> {
  const [forum, coalition, phase] = [randomUUID(), randomUUID(), randomUUID()];
  const [initiative, network, earlier] = [randomUUID(), randomUUID(), randomUUID()];
  await to.put(`/v1/dynamic-coalitions/${coalition}`, { ...COMMON, name: 'Youth Coalition', abbreviation: 'YCIG' });
  await to.put(`/v1/policy-networks/${network}`, { ...COMMON, name: 'Policy Network', abbreviation: 'PN' });
  await to.put(`/v1/cenb-phases/${phase}`, { ...COMMON, name: 'CENB Phase III', phase: 'III', cycle: 2017, focusSdgs: [4, 5, 9] });
  await to.server.put(`/v1/best-practice-forums/${earlier}`, { name: 'Gender and Access', cycle: 2016, effective: '2016' });
  await to.put(`/v1/best-practice-forums/${forum}`, {
    ...COMMON,
    name: 'BPF Gender and Access',
    cycle: 2017,
    series: 'Gender',
    renews: [earlier],
    outputTitle: 'Unique challenges',
  });
  await to.put(`/v1/igf-initiatives/${initiative}`, {
    ...COMMON,
    name: 'IGF Brazil',
    level: 'national',
    place: 'Brazil',
    regionalGroup: 'Latin American and Caribbean Group',
    beganAs: 'first held',
  });
  await to.post(`/v1/workstreams/${coalition}/names`, { name: 'Youth Coalition on Internet Governance', effective: '2017-03' });
  await to.post(`/v1/workstreams/${coalition}/aliases`, { alias: 'DC Youth', effective: '2017-03' });
  return { forum, coalition, phase, initiative, network };
}
