import { status } from '@grpc/grpc-js';
import { InvalidAppend } from '#event-sourcing';
import { anEvent, aStream, someEvents } from '../support/events.js';
import { connectionsOf } from '../support/eventstoredb/connection.js';
import { EventStoreDbDouble } from '../support/eventstoredb/double.js';
import { givenADouble, ids, refusalOf } from '../support/eventstoredb/harness.js';

/** Longer than any test waits: what hangs on it hangs. */
const FOR_EVER = 1_000_000;

describe('An append, which the client alone would not keep safe,', () => {
  const { double, store } = givenADouble();

  test.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['a value that JSON does not have', 'undefined'],
    ['nested so deep that it cannot be written again', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ])('of what cannot be encoded is refused, and not left without an answer: %s', async (_, text) => {
    const stream = aStream();
    for (const field of ['data', 'metadata']) {
      const refusal = await refusalOf(store().append(stream, 'none', [anEvent({ [field]: text })]));
      expect(refusal).toBeInstanceOf(InvalidAppend);
    }
    expect(await store().read(stream)).toEqual([]);
  });

  test.each(['null', 'false', '0', '""', '[]', '"text"', '{"a":null}'])(
    'keeps data and metadata that JavaScript takes for nothing: %s',
    async (json) => {
      const stream = aStream();
      await store().append(stream, 'none', [anEvent({ data: json, metadata: json })]);
      expect(await store().read(stream)).toMatchObject([{ data: json, metadata: json }]);
    },
  );

  test('that gets no answer is not waited for without end, but made again', async () => {
    const stream = aStream();
    const events = someEvents(2);
    await double().arm('append', { kind: 'gets no answer' });
    await store().append(stream, 'none', events);
    expect(ids(await store().read(stream))).toEqual(ids(events));
    await double().until(({ open }) => open.append === 0);
  });

  test('whose call is ended without an answer is made again at once', async () => {
    const stream = aStream();
    await double().arm('append', { kind: 'finds its stream closed' });
    expect(await store({ patience: { answer: FOR_EVER } }).append(stream, 'none', [anEvent()])).toMatchObject({ revision: 0n });
  });

  test('outlives the failure of another server that is appended to', async () => {
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

  test('does not hang on whether the server can say what it supports', async () => {
    await double().arm('features', { kind: 'fails', code: status.INTERNAL, details: 'Once' });
    expect(await store().append(aStream(), 'none', [anEvent()])).toMatchObject({ revision: 0n });
  });

  test('is not too late for a server whose clock is ahead', async () => {
    await double().tell('skewClock', 60_000);
    expect(await store().append(aStream(), 'none', [anEvent()])).toMatchObject({ revision: 0n });
  });

  test('that is not awaited is not overtaken by the next one to its stream', async () => {
    const cold = store();
    const stream = aStream();
    const events = someEvents(401);
    await Promise.all([cold.append(stream, 'none', events.slice(0, 400)), cold.append(stream, 399n, events.slice(400))]);
    expect(ids(await cold.read(stream))).toEqual(ids(events));
  });

  test('that is queued up for a server as that fails is stored by the server that follows, and the process goes on', async () => {
    const other = await EventStoreDbDouble.start();
    const writer = store({ patience: { answer: 5_000 } }, other.url());
    const large = JSON.stringify('x'.repeat(100_000));
    const connectionIsFull = await connectionsOf(async () => writer.append(aStream(), 'none', [anEvent()]));
    other.freeze();
    const streams = Array.from({ length: 60 }, () => aStream());
    const appending = streams.map(async (stream) => writer.append(stream, 'none', [anEvent({ data: large })]));
    await connectionIsFull();
    await other.kill();
    await other.restart();
    await Promise.all(appending);
    for (const stream of streams) expect(await writer.read(stream)).toHaveLength(1);
    await writer.close();
    await other.stop();
  }, 30_000);
});
