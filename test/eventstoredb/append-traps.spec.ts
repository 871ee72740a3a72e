import { status } from '@grpc/grpc-js';
import { InvalidAppend } from '#event-sourcing';
import { anEvent, aStream, someEvents } from '../support/events.js';
import { EventStoreDbDouble } from '../support/eventstoredb/double.js';
import { givenADouble, ids, refusalOf } from '../support/eventstoredb/harness.js';

/** Longer than any test waits: what hangs on it hangs. */
const FOR_EVER = 1_000_000;

describe('A trap of the client that an append does not fall into:', () => {
  const { double, store } = givenADouble();

  test.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['a value that JSON does not have', 'undefined'],
    ['nested so deep that it cannot be written again', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ])('an event that cannot be encoded is never answered (B1): %s', async (_, text) => {
    const stream = aStream();
    for (const field of ['data', 'metadata']) {
      const refusal = await refusalOf(store().append(stream, 'none', [anEvent({ [field]: text })]));
      expect(refusal).toBeInstanceOf(InvalidAppend);
    }
    expect(await store().read(stream)).toEqual([]);
  });

  test.each(['null', 'false', '0', '""', '[]', '"text"', '{"a":null}'])(
    'metadata that count as false are left out (not in the list): %s',
    async (json) => {
      const stream = aStream();
      await store().append(stream, 'none', [anEvent({ data: json, metadata: json })]);
      expect(await store().read(stream)).toMatchObject([{ data: json, metadata: json }]);
    },
  );

  test('a server that says nothing is waited for without end (B2)', async () => {
    const stream = aStream();
    const events = someEvents(2);
    await double().arm('append', { kind: 'gets no answer' });
    await store().append(stream, 'none', events);
    expect(ids(await store().read(stream))).toEqual(ids(events));
    await double().until(({ open }) => open.append === 0);
  });

  test('a stream of batched appends that ends in order leaves them waiting (B3)', async () => {
    const stream = aStream();
    await double().arm('append', { kind: 'finds its stream closed' });
    expect(await store({ patience: { answer: FOR_EVER } }).append(stream, 'none', [anEvent()])).toMatchObject({ revision: 0n });
  });

  test('the failure of one server takes down the appends to another (B4)', async () => {
    const other = await EventStoreDbDouble.start();
    await store({}, other.url()).append(aStream(), 'none', [anEvent()]);
    const { received } = await double().facts();
    await double().arm('append', { kind: 'waits for its reply' });
    const stream = aStream();
    const appending = store({ patience: { answer: FOR_EVER } }).append(stream, 'none', [anEvent()]);
    await double().until(({ open }) => open.append + open.batch > 0);
    await other.stop();
    await refusalOf(store({ patience: { inAll: 0 } }, other.url()).append(aStream(), 'none', [anEvent()]));
    await double().tell('release');
    expect(await appending).toMatchObject({ revision: 0n });
    const now = await double().facts();
    expect(now.received.append).toBe(received.append + 1);
  });

  test('one failed question for what the server supports is never asked again (B6)', async () => {
    await double().arm('features', { kind: 'fails', code: status.INTERNAL, details: 'Once' });
    expect(await store().append(aStream(), 'none', [anEvent()])).toMatchObject({ revision: 0n });
  });

  test('a server whose clock is ahead finds every append too late (B14)', async () => {
    await double().tell('skewClock', 60_000);
    expect(await store().append(aStream(), 'none', [anEvent()])).toMatchObject({ revision: 0n });
  });

  test('two appends that are not awaited overtake each other (B15)', async () => {
    const cold = store();
    const stream = aStream();
    const events = someEvents(401);
    await Promise.all([cold.append(stream, 'none', events.slice(0, 400)), cold.append(stream, 399n, events.slice(400))]);
    expect(ids(await cold.read(stream))).toEqual(ids(events));
  });

  test('a server that fails while appends are queued up for it ends the process (not in the list)', async () => {
    const other = await EventStoreDbDouble.start();
    const writer = store({ patience: { answer: 5_000 } }, other.url());
    const large = JSON.stringify('x'.repeat(100_000));
    await writer.append(aStream(), 'none', [anEvent()]);
    other.freeze();
    const streams = Array.from({ length: 60 }, () => aStream());
    const appending = streams.map(async (stream) => writer.append(stream, 'none', [anEvent({ data: large })]));
    // The client takes a moment to fill the connection, and tells nobody when it is full.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await other.kill();
    await other.restart();
    await Promise.all(appending);
    for (const stream of streams) expect(await writer.read(stream)).toHaveLength(1);
    await writer.close();
    await other.stop();
  }, 30_000);
});
