import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { StoreUnavailable } from '#event-sourcing';
import { anEvent, aStream } from '../support/events.js';
import { givenADouble, refusalOf } from '../support/eventstoredb/harness.js';

describe('An EventStoreDB that is closed by us', () => {
  const { double, store } = givenADouble();

  test('answers first what it has accepted, and takes nothing on after that', async () => {
    const stream = aStream();
    const closing = store();
    const order: string[] = [];
    await double().arm('append', { kind: 'waits for its reply' });
    const appending = closing.append(stream, 'none', [anEvent()]).then(() => order.push('answered'));
    await double().until(({ open }) => open.append === 1);
    const closed = closing.close().then(() => order.push('closed'));
    expect(await refusalOf(closing.read(stream))).toBeInstanceOf(StoreUnavailable);
    expect(await refusalOf(closing.append(stream, 1n, [anEvent()]))).toBeInstanceOf(StoreUnavailable);
    await double().tell('release');
    await Promise.all([appending, closed]);
    expect(order).toEqual(['answered', 'closed']);
  });

  test('waits for no server that does not answer, beyond the call now under way', async () => {
    const closing = store({ patience: { answer: 300, inAll: 1_000_000, pauses: [1_000_000, 1_000_000] } });
    await double().arm('append', { kind: 'gets no answer' }, 2);
    const refusals = [aStream(), aStream()].map(async (stream) => refusalOf(closing.append(stream, 'none', [anEvent()])));
    await double().until(({ open }) => open.append === 2);
    await closing.close();
    for (const refusal of await Promise.all(refusals)) expect(refusal).toBeInstanceOf(StoreUnavailable);
  });

  test('lets the process end, though the client keeps its socket open', async () => {
    const child = fork(resolve('dist/test/support/eventstoredb/short-life.js'), [double().url()], { execArgv: [] });
    child.disconnect();
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
    await double().until(({ open }) => open.subscribe === 0);
  }, 15_000);
});
