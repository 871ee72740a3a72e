import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { answers } from './answers.js';
import { appends, type Bench } from './appends.js';
import { commands } from './commands.js';
import { fanOut } from './fan-out.js';
import { type Figure, figureOf, type Measured } from './figure.js';
import { latency } from './latency.js';
import { peerVersions } from './peer.js';
import { rebuild } from './rebuild.js';
import { table } from './report.js';

const BENCHES: Readonly<Record<string, (bench: Bench) => Promise<readonly Measured[]>>> = {
  appends,
  commands,
  rebuild,
  answers,
  latency,
  'fan-out': fanOut,
};

const USAGE = `npm run bench -- [--json FILE] [--rounds N] [--only ${Object.keys(BENCHES).join('|')}]... [--folder FOLDER]

  --json FILE      also write the figures there
  --rounds N       how often each contestant has its turn (default 5)
  --only NAME      only these benches
  --folder FOLDER  where to put the files that are measured: on the disk that matters (default: beside the build)
`;

const HERE = fileURLToPath(new URL('.', import.meta.url));

const tell = (message: string): void => void process.stderr.write(`${message}\n`);

function sqliteVersion(): string {
  const db = new Database(':memory:');
  const version = db.prepare<[], string>('SELECT sqlite_version()').pluck().get()!;
  db.close();
  return version;
}

const machine = () => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  processors: cpus().length,
  platform: platform(),
  node: process.version,
  sqlite: sqliteVersion(),
  peer: peerVersions(),
});

function options() {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string', multiple: true, default: Object.keys(BENCHES) },
      folder: { type: 'string', default: HERE },
      help: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  const isRight = Number.isInteger(rounds) && rounds > 0 && values.only.every((name) => Object.hasOwn(BENCHES, name));
  if (values.help || !isRight) {
    process.stderr.write(USAGE);
    process.exit(values.help ? 0 : 2);
  }
  return { ...values, rounds };
}

async function measure(names: readonly string[], bench: Bench): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const name of names) figures.push(...(await BENCHES[name]!(bench)).map(figureOf));
  return figures;
}

const { json, rounds, only, folder: parent } = options();
const folder = mkdtempSync(join(parent, 'bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const figures = await measure(only, { folder, rounds, tell });
const { cpu, processors, node, sqlite } = machine();
process.stdout.write(`\n${table(figures)}\n\nMedians of ${rounds} rounds on ${processors} × ${cpu}, Node ${node}, SQLite ${sqlite}.\n`);
if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine: machine(), rounds, figures }, null, 2)}\n`);
