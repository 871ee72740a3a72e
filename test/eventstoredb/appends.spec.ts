import { status } from '@grpc/grpc-js';
import { InvalidAppend, StoreUnavailable, WrongExpectedRevision } from '#event-sourcing';
import { anEvent, aStream, someEvents } from '../support/events.js';
import { asWritten, givenADouble, ids, refusalOf } from '../support/eventstoredb/harness.js';

describe('An append to EventStoreDB', () => {
  const { double, store } = givenADouble();

  describe('that was stored', () => {
    test('and whose reply was lost is stored once, and answered', async () => {
      const stream = aStream();
      const events = someEvents(3);
      await double().arm('append', { kind: 'loses its reply' });
      const appended = await store().append(stream, 'none', events);
      const stored = await store().read(stream);
      expect(ids(stored)).toEqual(ids(events));
      expect(appended).toEqual({ revision: 2n, position: stored.at(-1)?.position });
    });

    test('and whose reply comes late is stored once, and answered', async () => {
      const stream = aStream();
      const events = someEvents(2);
      const { received } = await double().facts();
      await double().arm('append', { kind: 'waits for its reply' });
      const appending = store({ patience: { answer: 300 } }).append(stream, 'none', events);
      await double().until((facts) => facts.received.append === received.append + 2);
      await double().tell('release');
      await appending;
      expect(ids(await store().read(stream))).toEqual(ids(events));
    });

    test('and then refused as if it were not is known by its ids', async () => {
      const stream = aStream();
      const events = someEvents(2);
      await store().append(stream, 'none', [anEvent()]);
      await double().arm('append', { kind: 'loses its reply' });
      await double().arm('append', { kind: 'is stored and refused' });
      const appended = await store().append(stream, 0n, events);
      const stored = await store().read(stream);
      expect(ids(stored).slice(1)).toEqual(ids(events));
      expect(appended).toEqual({ revision: 2n, position: stored.at(-1)?.position });
    });

    test('and answered without a position is looked up', async () => {
      const stream = aStream();
      await double().arm('append', { kind: 'is told no position' });
      const appended = await store().append(stream, 'none', someEvents(2));
      expect(appended).toEqual({ revision: 1n, position: (await store().read(stream))[1]?.position });
    });
  });

  describe('that was not stored', () => {
    const passing = [
      status.CANCELLED,
      status.UNKNOWN,
      status.DEADLINE_EXCEEDED,
      status.ABORTED,
      status.INTERNAL,
      status.UNAVAILABLE,
      status.DATA_LOSS,
    ];
    test.each(passing.map((code) => [status[code], code]))(
      'is made again after %s, whatever class the client gives it',
      async (_, code) => {
        const stream = aStream();
        const events = someEvents(2);
        await double().arm('append', { kind: 'fails', code, details: 'Something has happened' }, 2);
        expect((await store().append(stream, 'none', events)).revision).toBe(1n);
        expect(ids(await store().read(stream))).toEqual(ids(events));
      },
    );

    test('because others were faster is refused, also after a failure', async () => {
      const stream = aStream();
      await double().tell('write', stream, [asWritten(anEvent())]);
      await double().arm('append', { kind: 'fails', code: status.UNAVAILABLE, details: 'Server Is Not Ready' });
      const refusal = await refusalOf(store().append(stream, 'none', someEvents(1)));
      expect(refusal).toBeInstanceOf(WrongExpectedRevision);
      expect(refusal).toMatchObject({ stream, expected: 'none', actual: 0n });
    });

    test('because the stream is elsewhere says where, though the client says nothing', async () => {
      const stream = aStream();
      await store().append(stream, 'none', someEvents(3));
      const { message } = await refusalOf(store().append(stream, 1n, [anEvent()]));
      expect(message).toBe(`Stream ${stream} was expected at revision 1 but is at revision 2.`);
    });

    test('is given up when patience ends, and may be made again', async () => {
      const stream = aStream();
      const events = someEvents(1);
      await double().arm('append', { kind: 'fails', code: status.UNAVAILABLE, details: 'Server Is Not Ready' }, 1000);
      const refusal = await refusalOf(store({ patience: { inAll: 300 } }).append(stream, 'none', events));
      expect(refusal).toBeInstanceOf(StoreUnavailable);
      expect(refusal.message).toContain('Server Is Not Ready');
      await double().tell('recover');
      await store().append(stream, 'none', events);
      expect(ids(await store().read(stream))).toEqual(ids(events));
    });
  });

  describe('that is refused for good', () => {
    test.each([
      ['the whole is too large', 'maximum-append-size-exceeded', { 'maximum-append-size': '1048576' }],
      ['one event is too large, for which the client has no class', 'maximum-append-event-size-exceeded', {}],
      ['the server finds it invalid', 'invalid-transaction', {}],
    ])('because %s is not made again', async (_, exception, trailers) => {
      const { received } = await double().facts();
      await double().arm('append', {
        kind: 'fails',
        code: status.INVALID_ARGUMENT,
        details: 'Too much',
        trailers: { exception, ...trailers },
      });
      const refusal = await refusalOf(store().append(aStream(), 'none', [anEvent()]));
      expect(refusal).toBeInstanceOf(InvalidAppend);
      expect(refusal.message).toContain('Too much');
      expect((await double().facts()).received.append).toBe(received.append + 1);
    });

    test.each([
      [status.PERMISSION_DENIED, { exception: 'access-denied' }],
      [status.PERMISSION_DENIED, {}],
      [status.UNAUTHENTICATED, {}],
    ])('because access is denied (status %d, %j) says so, and is not made again', async (code, trailers) => {
      const stream = aStream();
      const { received } = await double().facts();
      await double().arm('append', { kind: 'fails', code, details: '', trailers });
      const { message } = await refusalOf(store().append(stream, 'none', [anEvent()]));
      expect(message).toBe(`The event store denies access to ${stream}: the user in its address has not the right.`);
      expect((await double().facts()).received.append).toBe(received.append + 1);
    });

    test('because the stream was deleted for good says so', async () => {
      const stream = aStream();
      await store().append(stream, 'none', [anEvent()]);
      await double().tell('delete', stream, 'hard');
      const { message } = await refusalOf(store().append(stream, 0n, [anEvent()]));
      expect(message).toBe(`${stream} was deleted in the event store, for good.`);
    });

    test('because no subscription follows its category stores nothing', async () => {
      const stream = aStream('meeting');
      const { received } = await double().facts();
      expect(await refusalOf(store().append(stream, 'none', [anEvent()]))).toBeInstanceOf(InvalidAppend);
      expect((await double().facts()).received.append).toBe(received.append);
    });
  });

  test('to a stream that was emptied goes on counting where the stream ended', async () => {
    const stream = aStream();
    await store().append(stream, 'none', someEvents(3));
    await double().tell('delete', stream, 'soft');
    expect(await store().read(stream)).toEqual([]);
    expect((await store().append(stream, 'none', someEvents(2))).revision).toBe(4n);
    expect((await store().read(stream)).map(({ revision }) => revision)).toEqual([3n, 4n]);
  });
});
