import { randomUUID } from 'node:crypto';
import type { ReportAnswer } from '#reports';
import type { Recording } from './recording.js';

/** Every kind of fact about a report on a cycle. */
export async function recordReports(to: Recording, workstreamId: string): Promise<Record<'reportId', string>> {
  const [reportId, freezeId] = [randomUUID(), randomUUID()];
  await to.put(`/v1/reports/${reportId}`, { workstreamId, cycle: 2017, kind: 'chairs-summary', effective: '2017-11-01' });
  await to.post(`/v1/reports/${reportId}/prose`, {
    section: 'forums',
    text: 'The forums met in the open.\n\nThey will go on.',
    language: 'en',
    effective: '2017-12-20',
  });
  const { pin, digest } = (await to.server.getLatest('/v1/reports/2017/chairs-summary?asOf=2017-12-21&knownAt=2100')).body as ReportAnswer;
  const { cycle: _, kind: _kind, ...fixed } = pin;
  await to.put(`/v1/reports/${reportId}/freezes/${freezeId}`, { ...fixed, digest, effective: '2017-12-21' });
  await to.post(`/v1/reports/${reportId}/publications`, {
    freezeId,
    page: 'https://www.intgovforum.org/chairs-summary',
    effective: '2017-12-22',
  });
  return { reportId };
}
