import { randomUUID } from 'node:crypto';
import type { Recording } from './recording.js';

/** Every kind of fact about a cycle, its annual meeting and its milestones. */
export async function recordCycle(to: Recording, forum: string, paperId: string): Promise<Record<'cycle', string>> {
  const [cycle, draft, freeze] = [randomUUID(), randomUUID(), randomUUID()];
  const path = `/v1/cycles/${cycle}`;
  await to.put(path, {
    name: 'IGF 2017',
    aliases: ['The twelfth IGF'],
    page: 'https://www.intgovforum.org/igf-2017',
    number: 12,
    cycle: 2017,
    effective: '2017-01',
  });
  await to.post(`${path}/annual-meeting`, {
    theme: 'Shape Your Digital Future!',
    city: 'Geneva',
    country: 'Switzerland',
    virtual: false,
    startsOn: '2017-12-18',
    endsOn: '2017-12-21',
    dayZeroOn: '2017-12-17',
    effective: '2017-02',
  });
  const plan = { appliesTo: ['best-practice-forum', 'cycle'], forWorkstreams: [forum], effective: '2017-04-11' };
  await to.put(`${path}/milestones/${draft}`, { ...plan, name: 'first draft', dueOn: '2017-10-01' });
  await to.put(`${path}/milestones/${freeze}`, { ...plan, name: 'freeze', dueOn: '2017-12-01' });
  await to.post(`${path}/milestones/${draft}/moves`, { to: '2017-11-01', effective: '2017-09-18' });
  const met = { metBy: forum, paperId };
  await to.post(`${path}/milestones/${draft}/completions`, { ...met, effective: '2017-11-06' });
  await to.post(`${path}/milestones/${freeze}/cancellation`, { effective: '2017-11-20' });
  return { cycle };
}
