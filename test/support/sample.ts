import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './files.js';
import { igf } from './programs.js';
import { TestServer } from './server.js';

const SAMPLE = 'apps/cli/sample-history';

/** A server with the sample history in its store. */
export async function serverWithSample(): Promise<TestServer> {
  const folder = temporaryFolder();
  const files = readdirSync(SAMPLE).map((name) => join(SAMPLE, name));
  await igf(['import', '--json', '--store', `file:${join(folder, 'tracker.db')}`, ...files]);
  return TestServer.start(folder);
}
