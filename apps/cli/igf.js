#!/usr/bin/env node
// `npx igf`: the command line as it was built, and built first where that has not been done.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../../dist/apps/cli/src/main.js', import.meta.url);
const types = new URL('../../dist/apps/server/src/openapi/types.json', import.meta.url);
if (!existsSync(types)) {
  process.stderr.write('Building the tracker, once…\n');
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: fileURLToPath(new URL('../..', import.meta.url)), stdio: ['ignore', 2, 2] });
}
await import(main.href);
