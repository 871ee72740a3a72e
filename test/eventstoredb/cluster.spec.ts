import { status } from '@grpc/grpc-js';
import { StoreUnavailable } from '#event-sourcing';
import { anEvent, aStream, readUntil, someEvents } from '../support/events.js';
import { givenADouble, ids, refusalOf } from '../support/eventstoredb/harness.js';

describe('A cluster of EventStoreDB', () => {
  const { double, store } = givenADouble();
  const silence = { kind: 'fails', code: status.UNAVAILABLE, details: 'There is no leader' } as const;

  test('is asked who leads, and written to there', async () => {
    await double().tell('lead', 1);
    const { received } = await double().facts();
    expect(await store({}, double().clusterUrl()).append(aStream(), 'none', [anEvent()])).toMatchObject({ revision: 0n });
    const now = (await double().facts()).received;
    expect([now.append - received.append, now.gossip > received.gossip]).toEqual([1, true]);
  });

  test('sends us on to the leader, from a follower and after each change', async () => {
    const writer = store();
    const stream = aStream();
    const events = someEvents(4);
    const { received } = await double().facts();
    for (const [n, event] of events.entries()) {
      await double().tell('lead', n % 2);
      await writer.append(stream, n === 0 ? 'none' : BigInt(n - 1), [event]);
    }
    expect(ids(await writer.read(stream))).toEqual(ids(events));
    expect((await double().facts()).received.append).toBe(received.append + 7);
  });

  test('is read at its leader, who knows what was written before', async () => {
    const stream = aStream();
    const reader = store();
    await reader.append(stream, 'none', [anEvent()]);
    const { received } = await double().facts();
    await double().tell('lead', 1);
    expect(await reader.read(stream)).toHaveLength(1);
    expect((await double().facts()).received.read).toBe(received.read + 2);
  });

  test('in which nobody leads is unavailable until somebody does', async () => {
    const writer = store({ patience: { inAll: 300 } }, double().clusterUrl('&maxDiscoverAttempts=1'));
    await double().arm('gossip', silence, 1000);
    const stream = aStream();
    for (const call of [async () => writer.append(stream, 'none', [anEvent()]), async () => writer.read(stream)]) {
      const refusal = await refusalOf(call());
      expect(refusal).toBeInstanceOf(StoreUnavailable);
      expect(refusal.message).toContain('Failed to discover');
    }
    await double().tell('recover');
    expect(await writer.append(stream, 'none', [anEvent()])).toMatchObject({ revision: 0n });
  });

  test('that does not say who leads is not waited for without end', async () => {
    const writer = store({ patience: { answer: 200, inAll: 0 } }, double().clusterUrl());
    await double().arm('gossip', { kind: 'gets no answer' }, 1000);
    for (const call of [async () => writer.append(aStream(), 'none', [anEvent()]), async () => writer.read(aStream())]) {
      const refusal = await refusalOf(call());
      expect(refusal).toBeInstanceOf(StoreUnavailable);
      expect(refusal.message).toContain('has not answered for 200 ms');
    }
  });

  test('that is not found again while another call is lost does not end the process', async () => {
    const writer = store({}, double().clusterUrl('&maxDiscoverAttempts=5'));
    const event = anEvent();
    const { position } = await writer.append(aStream(), 'none', [anEvent()]);
    const reading = readUntil(writer, position, [event.id]);
    await double().until(({ open }) => open.subscribe === 1);
    const { received } = await double().facts();
    await double().arm('gossip', silence, 1000);
    await double().arm('append', silence);
    const appending = writer.append(aStream(), 'none', [event]);
    await double().until((now) => now.received.gossip > received.gossip);
    await double().tell('endSubscriptions', status.UNAVAILABLE);
    await double().until((now) => now.received.gossip > received.gossip + 10);
    await double().tell('recover');
    await appending;
    expect(ids(await reading)).toEqual([event.id]);
  });

  test('that is not found for a reader who has left does not end the process', async () => {
    const reader = store({ patience: { answer: 100, inAll: 0 } }, double().clusterUrl('&maxDiscoverAttempts=3'));
    const { received } = await double().facts();
    await double().arm('gossip', silence, 1000);
    const stop = new AbortController();
    const left = double()
      .until((now) => now.received.gossip > received.gossip)
      .then(() => stop.abort());
    for await (const _ of reader.subscribe('start', stop.signal)) throw new Error('It has given something.');
    await left;
    expect(await refusalOf(reader.read(aStream()))).toBeInstanceOf(StoreUnavailable);
    await double().until((now) => now.received.gossip >= received.gossip + 6);
    // One more search, which ends after the one that nobody waits for.
    const patient = store({ patience: { inAll: 0 } }, double().clusterUrl('&maxDiscoverAttempts=3'));
    expect((await refusalOf(patient.read(aStream()))).message).toContain('Failed to discover');
  });
});
