import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { givenADouble } from '../support/eventstoredb/harness.js';

describe('A process that has closed its EventStoreDB', () => {
  const { double } = givenADouble();

  test('ends by itself, though the client keeps its socket open (B21)', async () => {
    const child = fork(resolve('dist/test/support/eventstoredb/short-life.js'), [double().url()], { execArgv: [] });
    child.disconnect();
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
    await double().until(({ open }) => open.subscribe === 0);
  }, 15_000);
});
