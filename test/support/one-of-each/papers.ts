import { randomUUID } from 'node:crypto';
import type { Recording } from './recording.js';

const PAGE = { page: 'https://www.intgovforum.org/paper' };

type Input = Readonly<{ workstreamIds: readonly string[]; callId: string; contributionId: string; meetingId: string }>;

/** Every kind of fact about a paper. */
export async function recordPapers(
  to: Recording,
  { workstreamIds, callId, contributionId, meetingId }: Input,
): Promise<Record<'paperId', string>> {
  const [paperId, draftId, successor] = [randomUUID(), randomUUID(), randomUUID()];
  const [paper, other] = [`/v1/papers/${paperId}`, `/v1/papers/${successor}`];
  const common = { ...PAGE, kind: 'outcome document', cycle: 2017, issuedBy: 'IGF Secretariat', effective: '2017-04' };
  await to.put(paper, { ...common, workstreamIds, title: 'Policy options' });
  await to.put(other, { ...common, workstreamIds: [], title: 'Policy options, second edition', kind: "chair's summary" });
  await to.post(`${paper}/titles`, { title: 'Policy options for connecting the next billion', effective: '2017-05-01' });
  await to.post(`${paper}/outlines`, { ...PAGE, effective: '2017-06-01' });
  await to.put(`${paper}/drafts/${draftId}`, { ...PAGE, name: 'Draft I', commentsUntil: '2017-10-15', effective: '2017-09-20' });
  await to.post(`${paper}/comment-periods/extensions`, { draftId, to: '2017-10-31', effective: '2017-10-10' });
  await to.post(`${paper}/comment-periods/closings`, { draftId, effective: '2017-11-02' });
  await to.post(`${paper}/comment-periods`, { ...PAGE, draftId, callId, until: '2017-12-21T12:00Z', effective: '2017-11-05' });
  await to.post(`${paper}/feedback`, { ...PAGE, draftId, kind: 'comments', count: 'about 40', effective: '2017-11-10' });
  const use = { callId, contributionIds: [contributionId], draftId, said: 'Schools come first.', did: 'Section 3 says so.' };
  await to.put(`${paper}/uses/${randomUUID()}`, { ...use, effective: '2017-11-20' });
  await to.post(`${paper}/presentations`, { draftId, meetingId, session: 'Main session', effective: '2017-12-20' });
  await to.post(`${paper}/finals`, {
    ...PAGE,
    living: true,
    title: 'Policy options III',
    annexedTo: "Chair's Summary",
    effective: '2018-01',
  });
  await to.post(`${paper}/revisions`, { ...PAGE, name: 'v2', effective: '2018-03-01' });
  await to.post(`${paper}/supersessions`, { by: successor, effective: '2018-06-01' });
  await to.post(`${other}/withdrawals`, { effective: '2018-07-01' });
  return { paperId };
}
