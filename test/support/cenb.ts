import { randomUUID } from 'node:crypto';
import type { Reply, TestServer } from './server.js';

const PAGE =
  'https://www.intgovforum.org/multilingual/content/contribute-participate-policy-options-for-connecting-and-enabling-the-next-billions-phase-ii';
const APPENDICES = 'https://www.intgovforum.org/review/cenb/appendices-cenb-phase-ii/3/';

const SECRETARIAT = { 'x-actor': 'IGF Secretariat' };

/** Where a call and its workstream are, and what was answered to each step. */
export type CenbPhaseII = Readonly<{ workstreamId: string; callId: string; steps: readonly Reply[] }>;

/**
 * The public call of CENB Phase II in 2016, as its sources tell it: 31 August was the date for Draft I; input was then
 * taken until 14 November, and no source says when that was announced. Over 40 contributions went into Draft I; the
 * Chair's Summary counts over 120 for phases I and II together.
 */
export async function recordCenbPhaseII(server: TestServer): Promise<CenbPhaseII> {
  const [workstreamId, callId] = [randomUUID(), randomUUID()];
  const workstream = await server.put(
    `/v1/cenb-phases/${workstreamId}`,
    {
      name: 'Policy Options for Connecting and Enabling the Next Billion(s) – Phase II',
      phase: 'II',
      cycle: 2016,
      aliases: ['CENB Phase II'],
      effective: '2016-04',
    },
    SECRETARIAT,
  );
  const steps: (readonly [path: string, body: object])[] = [
    [
      `extensions`,
      {
        requestId: randomUUID(),
        deadline: 'closing',
        to: '2016-11-14',
        effective: '[2016..2016-11-14]',
        announcedIn: 'the page of the call',
        sources: [{ url: PAGE, retrieved: '2026-11' }],
        note: 'No source says when input on a rolling basis was announced.',
      },
    ],
    [`counts`, { requestId: randomUUID(), count: '40+', covers: 'Draft I', effective: '2016-10', sources: [{ url: PAGE }] }],
    [
      `counts`,
      {
        requestId: randomUUID(),
        count: '120+',
        covers: 'CENB I and II',
        includesOtherCalls: true,
        effective: '2016-12-09',
        sources: [{ document: "11th IGF Chair's Summary, draft of 9 December 2016" }],
      },
    ],
  ];
  const opening = await server.put(
    `/v1/calls/${callId}`,
    {
      workstreamIds: [workstreamId],
      title: 'Call for public input',
      purpose: 'input',
      inclusionDate: '2016-08-31',
      effective: '2016-07-11',
      sources: [{ url: APPENDICES }],
    },
    SECRETARIAT,
  );
  const replies = [workstream, opening];
  for (const [path, body] of steps) replies.push(await server.post(`/v1/calls/${callId}/${path}`, body, SECRETARIAT));
  return { workstreamId, callId, steps: replies };
}
