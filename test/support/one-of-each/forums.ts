import { randomUUID } from 'node:crypto';
import type { Recording } from './recording.js';

const COMMON = { aliases: ['Also known as'], page: 'https://www.intgovforum.org/body', effective: '2015' };

/** Every kind of fact about what the MAG decides and what comes of it, and every body around it. */
export async function recordForums(to: Recording, meetingId: string): Promise<void> {
  const decided = { page: 'https://www.intgovforum.org/charter', decidedIn: 'MAG virtual meeting II', meetingId };
  const [forum, other, group, phase] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await to.put(`/v1/coordination-groups/${randomUUID()}`, {
    ...COMMON,
    name: 'DC Coordination Group',
    abbreviation: 'DCCG',
    coordinates: 'dynamic-coalition',
  });
  await to.put(`/v1/bodies/${randomUUID()}`, { ...COMMON, name: 'Multistakeholder Advisory Group', abbreviation: 'MAG' });
  await to.put(`/v1/working-groups/${group}`, { ...COMMON, name: 'Multi-year strategic work programme', abbreviation: 'WG-MWP' });
  for (const [id, name] of [[forum, 'Spam'] as const, [other, 'CSIRTs'] as const])
    await to.put(`/v1/best-practice-forums/${id}`, { ...COMMON, name, cycle: 2016 });
  await to.put(`/v1/cenb-phases/${phase}`, { ...COMMON, name: 'CENB Phase II', phase: 'II', cycle: 2016 });
  const proposal = { page: 'https://www.intgovforum.org/proposal', title: 'Unwanted mail', proposedBy: 'two members of the MAG' };
  await to.post(`/v1/workstreams/${forum}/proposals`, { ...proposal, cycle: 2016, effective: '2016-03-01' });
  await to.post(`/v1/workstreams/${forum}/declinations`, { ...decided, cycle: 2016, effective: '2016-03-15' });
  await to.post(`/v1/workstreams/${forum}/approvals`, { ...decided, cycle: 2016, changes: 'a narrower scope', effective: '2016-04-06' });
  await to.post(`/v1/workstreams/${group}/approvals`, { ...decided, cycle: 2017, effective: '2017-03-03' });
  const scope = { scope: 'What works against spam?', page: 'https://www.intgovforum.org/scope', effective: '2016-05-24' };
  await to.post(`/v1/best-practice-forums/${forum}/scopings`, scope);
  const session = { meetingId, session: 'BPF Cybersecurity', cycle: 2016, effective: '2016-12-08' };
  await to.post(`/v1/workstreams/${other}/presentations`, session);
  await to.post(`/v1/best-practice-forums/${forum}/mergers`, { into: other, effective: '2016-06-14' });
  const framework = { title: 'Framework for Phase II', page: 'https://www.intgovforum.org/framework', effective: '2016-06-27' };
  await to.post(`/v1/cenb-phases/${phase}/frameworks`, framework);
  await to.post(`/v1/cenb-phases/${phase}/focus-goals`, { focusSdgs: [4, 9], effective: '2016-07-11' });
  await to.post(`/v1/workstreams/${phase}/closings`, { effective: '2017-01-25' });
}
