import { randomUUID } from 'node:crypto';
import type { Recording } from './recording.js';

const NRIS = {
  measure: 'recognised NRIs',
  speaksOf: '2015-12',
  statedBy: 'IGF Secretariat',
  definition: 'recognised',
  cycle: 2016,
  scope: 'all levels',
};

/** Every kind of fact about a published figure. */
export async function recordFigures(to: Recording, workstreamIds: readonly string[]): Promise<Record<'figureId', string>> {
  const [figureId, later] = [randomUUID(), randomUUID()];
  await to.put(`/v1/figures/${figureId}`, { ...NRIS, value: '37', workstreamIds, effective: '2016-12-09' });
  await to.put(`/v1/figures/${later}`, { ...NRIS, value: 'about 43', workstreamIds, effective: '2017-08' });
  await to.post(`/v1/figures/${figureId}/repetitions`, { statedBy: 'A historian', effective: '2017-08' });
  await to.put(`/v1/figures/${figureId}/judgements/${randomUUID()}`, {
    verdict: 'cannot be decided',
    against: [later],
    explanation: 'Neither source names the initiatives that it counts.',
    cause: 'later recount',
    effective: '2017-09',
  });
  return { figureId };
}
