import { status } from '@grpc/grpc-js';
import { StoreUnavailable } from '#event-sourcing';
import { anEvent, aStream, someEvents } from '../support/events.js';
import { asWritten, givenADouble, refusalOf } from '../support/eventstoredb/harness.js';

describe('A read from EventStoreDB', () => {
  const { double, store } = givenADouble();

  test('that gets no answer is not waited for without end, but made again', async () => {
    const stream = aStream();
    await store().append(stream, 'none', someEvents(2));
    await double().arm('read', { kind: 'gets no answer' });
    expect(await store({ patience: { answer: 300 } }).read(stream)).toHaveLength(2);
    await double().until(({ open }) => open.read === 0);
  });

  test('that fails is made again', async () => {
    const stream = aStream();
    await store().append(stream, 'none', someEvents(2));
    await double().arm('read', { kind: 'fails', code: status.INTERNAL, details: 'Something has happened' }, 3);
    expect(await store().read(stream)).toHaveLength(2);
  });

  test('is given up when patience ends', async () => {
    await double().arm('read', { kind: 'fails', code: status.UNAVAILABLE, details: 'Server Is Too Busy' }, 1000);
    const refusal = await refusalOf(store({ patience: { inAll: 300 } }).read(aStream()));
    expect(refusal).toBeInstanceOf(StoreUnavailable);
    expect(refusal.message).toContain('Server Is Too Busy');
  });

  test('that is denied says so, and is not made again', async () => {
    const stream = aStream();
    const { received } = await double().facts();
    await double().arm('read', { kind: 'fails', code: status.PERMISSION_DENIED, details: '', trailers: { exception: 'access-denied' } });
    expect((await refusalOf(store().read(stream))).message).toContain(`denies access to ${stream}`);
    expect((await double().facts()).received.read).toBe(received.read + 1);
  });

  test('of a stream that was deleted for good says so', async () => {
    const stream = aStream();
    await store().append(stream, 'none', [anEvent()]);
    await double().tell('delete', stream, 'hard');
    expect((await refusalOf(store().read(stream))).message).toContain(`${stream} was deleted`);
  });

  test.each([
    ['whose data are not JSON', { contentType: 'application/octet-stream' }],
    ['whose metadata are not JSON', { metadata: Buffer.from('{').toString('base64') }],
  ])('of an event %s names it, and leaves no call open though more would come', async (_, fields) => {
    const stream = aStream();
    const large = someEvents(300).map((event) => asWritten({ ...event, data: JSON.stringify('x'.repeat(5_000)) }));
    const foreign = anEvent();
    await double().tell('write', stream, [asWritten(foreign, fields), ...large]);
    expect((await refusalOf(store().read(stream))).message).toContain(`Event ${foreign.id} of ${stream} at revision 0`);
    await double().until(({ open }) => open.read === 0);
  });

  test('of an event without metadata gives it none', async () => {
    const stream = aStream();
    await double().tell('write', stream, [asWritten(anEvent(), { metadata: '' })]);
    expect(await store().read(stream)).toMatchObject([{ metadata: '{}' }]);
  });

  test('of an event that has two positions is refused, with its name', async () => {
    const stream = aStream();
    const event = anEvent();
    await double().tell('write', stream, [asWritten(event)], 7n);
    expect((await refusalOf(store().read(stream))).message).toContain(`Event ${event.id} of ${stream}`);
  });

  test('gives the time of recording of the server, in milliseconds', async () => {
    const stream = aStream();
    await double().tell('skewClock', 3_600_000);
    const before = Date.now() + 3_600_000;
    await store().append(stream, 'none', [anEvent()]);
    const [event] = await store().read(stream);
    expect(event!.recordedAt - before).toBeGreaterThanOrEqual(0);
    expect(event!.recordedAt - before).toBeLessThan(60_000);
  });
});
