import { randomUUID } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import { encode, type NewEvent } from '../../libs/event-sourcing/src/index.js';
import { openEventStore } from '../../libs/event-store/src/index.js';

/** What a client sends: a contribution to a call. */
export type Sending = Readonly<{ path: string; body: object }>;

const SPACE = '0b6f4f3e-51c2-4d5c-9c43-3d1f7c1f5a02';
const WORKSTREAM = uuidv5('workstream', SPACE);
/** A call has about a score of facts; then clients go on with another. */
const CONTRIBUTIONS_OF_A_CALL = 20;

/** So many go to a call one after the other: those that are sent at the same time go to different ones, as far as there are. */
const callOf = (turn: number, n: number, requests: number): string => uuidv5(`call ${turn} ${n % callsOf(requests)}`, SPACE);

const callsOf = (requests: number): number => Math.ceil(requests / CONTRIBUTIONS_OF_A_CALL);

const opening = (callId: string): NewEvent =>
  encode(
    uuidv5('opening', callId),
    {
      type: 'CallOpened',
      data: { callId, workstreamIds: [WORKSTREAM], title: 'Call for contributions to the first draft', closingDate: '2016-11-01' },
    },
    {
      actor: 'bench',
      via: 'bench',
      effective: '2016-07-01',
      fingerprint: 'bench',
      schema: 1,
      $correlationId: randomUUID(),
      $causationId: randomUUID(),
    },
  );

/** Puts the calls of so many turns into a new store: all contestants begin with the same. */
export async function openCalls(file: string, turns: number, requests: number): Promise<void> {
  const store = openEventStore(`file:${file}`);
  const calls = Array.from({ length: turns }, (_, turn) => Array.from({ length: callsOf(requests) }, (_, n) => callOf(turn, n, requests)));
  await Promise.all(calls.flat().map(async (callId) => store.append(`call-${callId}`, 'none', [opening(callId)])));
  await store.close();
}

/** The nth request of a turn: always the same. */
export function contribution(turn: number, n: number, requests: number): Sending {
  const contributionId = uuidv5(`contribution ${turn} ${n}`, SPACE);
  const body = {
    kind: 'written',
    title: `Contribution ${n} to the first draft of the outcome document`,
    contributor: 'A. Contributor',
    organisation: 'An organisation of some standing',
    stakeholderGroup: 'Civil Society',
    regionalGroup: 'Western European and Others Group',
    language: 'en',
    consentToPublish: true,
    effective: '2016-09-14',
    sources: [{ url: 'https://www.intgovforum.org/', retrieved: '2016-09-20', locator: `paper ${n}` }],
  };
  return { path: `/v1/calls/${callOf(turn, n, requests)}/contributions/${contributionId}`, body };
}
