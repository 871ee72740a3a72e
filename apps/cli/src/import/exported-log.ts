import {
  assertAppendable,
  encode,
  type EventStore,
  InvalidAppend,
  type Metadata,
  type NewEvent,
  periodOf,
  WrongExpectedRevision,
} from '#event-sourcing';
import { BrokenFile, textOf } from './csv-file.js';
import type { UnplacedRow } from './import.js';

/** A fact as a line of an export gives it. */
export type ExportedFact = Readonly<{ file: string; line: number; stream: string; revision: bigint; event: NewEvent }>;

/** What `igf export` has written. */
export type ExportedLog = Readonly<{ file: string; facts: readonly ExportedFact[] }>;

type Line = Readonly<{ stream: string; revision: string; recordedAt: string; id: string; type: string; data: object; metadata: Metadata }>;

/** Whether a file is an export, told by its first sign: a line of it is a JSON object. */
export const isExport = (file: string): boolean => /^\uFEFF?\s*\{/.test(textOf(file).slice(0, 100));

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with a line that has been parsed, if anything is. */
function faultOf(value: unknown): string | undefined {
  if (!isObject(value)) return 'is not a JSON object';
  const { stream, revision, recordedAt, id, type, data, metadata } = value as Partial<Line>;
  const texts = { stream, revision, recordedAt, id, type };
  const missing = Object.entries(texts).find(([, text]) => typeof text !== 'string');
  if (missing) return `has no ${missing[0]}`;
  if (!isObject(data) || !isObject(metadata)) return 'has no data or no metadata';
  if (!/^\d+$/.test(revision!)) return `'${revision}' is not a revision`;
  if (Number.isNaN(Date.parse(recordedAt!))) return `'${recordedAt}' is not the instant of a recording`;
  const { effective } = metadata as Partial<Metadata>;
  return typeof effective === 'string' && periodOf(effective) ? undefined : 'does not say when it happened (metadata.effective)';
}

function readLine(file: string, text: string, line: number): ExportedFact {
  try {
    const value: unknown = JSON.parse(text);
    const fault = faultOf(value);
    if (fault !== undefined) throw new BrokenFile(file, line, `this line ${fault}. Give what igf export has written.`);
    const { stream, revision, recordedAt, id, type, data, metadata } = value as Line;
    const event = encode(id, { type, data }, { ...metadata, firstRecordedAt: recordedAt });
    assertAppendable(stream, [event]);
    return { file, line, stream, revision: BigInt(revision), event };
  } catch (error) {
    if (error instanceof SyntaxError) throw new BrokenFile(file, line, `this line is not JSON (${error.message}).`);
    if (error instanceof InvalidAppend) throw new BrokenFile(file, line, error.message);
    throw error;
  }
}

/** @throws BrokenFile when a line of it is not what an export has */
export function readExport(file: string): ExportedLog {
  const lines = textOf(file)
    .replace(/^\uFEFF/, '')
    .split('\n');
  return { file, facts: lines.flatMap((text, index) => (text.trim() === '' ? [] : [readLine(file, text, index + 1)])) };
}

/**
 * Takes one exported fact over, as it was recorded, at the place in its stream where it was; true when it was not there yet.
 * @throws WrongExpectedRevision when something else stands there
 */
export async function takeOver({ stream, revision, event }: ExportedFact, store: EventStore): Promise<boolean> {
  const there = (await store.read(stream))[Number(revision)];
  if (there?.id === event.id && there.type === event.type && there.data === event.data) return false;
  await store.append(stream, revision === 0n ? 'none' : revision - 1n, [event]);
  return true;
}

/** Why a fact could not be taken over, as the row of a file. */
export function unplacedFact({ file, line, stream, revision }: ExportedFact, error: unknown): UnplacedRow {
  if (!(error instanceof WrongExpectedRevision)) throw error;
  return { file, line, reason: `${stream} does not have revision ${revision} free: something else was recorded there` };
}
