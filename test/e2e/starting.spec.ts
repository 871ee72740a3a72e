import { join } from 'node:path';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { aFile } from '#test/csv';
import { temporaryFolder } from '#test/files';
import { run } from '#test/programs';

describe('A server that cannot start says why, in one line, and ends', () => {
  const notADatabase = aFile('some.db', 'This is a text, and not a database of any kind.');

  test.each([
    ['an address of no event store', { EVENT_STORE_URL: 'postgres://x' }, "'postgres://x' is not the address of an event store"],
    ['a file that is something else', { EVENT_STORE_URL: `file:${notADatabase}` }, `${notADatabase} cannot be opened as an event store`],
    ['a folder that is a file', { EVENT_STORE_URL: `file:${notADatabase}/tracker.db` }, 'cannot be opened as an event store'],
    ['an option that no server has', { EVENT_STORE_URL: 'esdb://localhost:2113?foo=1' }, "'foo' is not an option"],
    ['a port that is none', { PORT: 'abc' }, "PORT must be a number from 0 to 65535, not 'abc'"],
    ['a number of readers that is none', { STREAM_READERS: 'many' }, "STREAM_READERS must be a whole number from 1 on, not 'many'"],
    [
      'a log level that is none',
      { LOG_LEVEL: 'loud' },
      "LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent, not 'loud'",
    ],
  ])('for %s', async (_, env, message) => {
    const { exitCode, stderr } = await run(['dist/apps/server/src/main.js'], { READ_FOLDER: join(temporaryFolder(), 'read'), ...env });
    expect({ exitCode, lines: stderr.trimEnd().split('\n').length }).toEqual({ exitCode: 1, lines: 1 });
    expect(stderr).toContain(message);
  });

  test('for a port that is in use, with another one to try', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const store = aFile('empty.db', '');
    const { exitCode, stderr } = await run(['dist/apps/server/src/main.js'], { PORT: String(port), EVENT_STORE_URL: `file:${store}` });
    other.close();
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: `The tracker cannot start: Port ${port} is in use. Give another one: PORT=${port + 1}\n`,
    });
  });
});
