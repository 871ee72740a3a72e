import { pipeline } from 'node:stream/promises';
import { type EventStore, type Metadata, type Recorded, recordedAtOf } from '#event-sourcing';
import { exportOpenData } from './open-data.js';
import { openExisting, settingsOf, type StoreOption } from './store.js';
import { counted, print } from './terminal.js';
import { version } from './version.js';

/** A fact on a line of its own. Positions and revisions are numbers too large for some readers of JSON: they are text. */
function line(event: Recorded): string {
  const { position, stream, revision, id, type, data } = event;
  // What was taken over from another store goes on as if it came from there: when it was recorded is said once.
  const { firstRecordedAt: _, ...metadata } = JSON.parse(event.metadata) as Metadata;
  const known = {
    position: String(position),
    stream,
    revision: String(revision),
    recordedAt: new Date(recordedAtOf(event)).toISOString(),
    id,
    type,
  };
  return `${JSON.stringify({ ...known, data: JSON.parse(data) as unknown, metadata })}\n`;
}

async function* linesOf(store: EventStore, after: bigint | 'start'): AsyncGenerator<string> {
  for await (const { events, caughtUp } of store.subscribe(after, new AbortController().signal)) {
    for (const event of events) yield line(event);
    if (caughtUp) return;
  }
}

function position(text: string | undefined): bigint | 'start' {
  if (text === undefined) return 'start';
  if (!/^\d+$/.test(text)) throw new Error(`--after: '${text}' is not a position. Give a whole number, as facts have it.`);
  return BigInt(text);
}

type Options = StoreOption & Readonly<{ after?: string; openData?: string }>;

async function writeTo(folder: string, store: EventStore): Promise<void> {
  const { facts, files, position } = await exportOpenData(store, folder, version);
  print(`${counted(facts, 'fact')} up to position ${position}, in ${counted(files.length, 'file')}. manifest.json tells of them.`);
}

/** `igf export`: all facts, as NDJSON on standard output; or all that is known as open data, in a folder. */
export async function exportCommand({ after, openData, ...options }: Options): Promise<void> {
  const start = position(after);
  const store = await openExisting(settingsOf(options).eventStoreUrl);
  try {
    if (openData !== undefined) await writeTo(openData, store);
    else await pipeline(linesOf(store, start), process.stdout, { end: false });
  } finally {
    await store.close();
  }
}
