import { pipeline, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { stringify } from 'csv-stringify';
import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { type ListFormat, type ListQuery, LONGEST_PAGE } from '#event-sourcing';
import type { Answered } from '#event-sourcing/nest';
import { cellsOf, columnsOf, tableOf } from './csv.js';

/** What each form of a list is called in HTTP. */
export const MEDIA_TYPES: Readonly<Record<ListFormat, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
};

/** A list as a file: whole, unless the question limits it. Its body is what an answer says of itself beside its entries. */
export type ListFile = Answered & Readonly<{ file: Readable | string; mediaType: string; fileName: string }>;

type Ask = (query: ListQuery) => Promise<Answered>;
type Body = Readonly<Record<string, unknown>> & Readonly<{ next: string | null }>;

const FORMATS = new Map(Object.entries(MEDIA_TYPES).map(([format, type]) => [type, format as ListFormat]));

/** The form that is asked for by name, or that the reader likes best. */
function formatOf({ format }: ListQuery, { raw }: FastifyRequest): ListFormat {
  return format ?? FORMATS.get(new Negotiator(raw).mediaType([...FORMATS.keys()]) ?? '') ?? 'json';
}

const bodyOf = ({ body }: Answered): Body => body as Body;

const withFields = (query: ListQuery, fields: Partial<ListQuery>): ListQuery =>
  Object.assign(Object.create(Object.getPrototypeOf(query) as object) as ListQuery, query, fields);

/** The entries of a list, page after page of the state that the first one shows: a long list is never held whole. */
async function* entriesFrom(first: Answered, query: ListQuery, ask: Ask): AsyncGenerator<object> {
  for (let page = first; ;) {
    yield* bodyOf(page)[page.list!] as readonly object[];
    const { next } = bodyOf(page);
    if (next === null || query.limit !== undefined) return;
    page = await ask(withFields(query, { cursor: next, limit: LONGEST_PAGE }));
  }
}

async function* lines(entries: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}

async function* cells(entries: AsyncIterable<object>): AsyncGenerator<object> {
  for await (const entry of entries) yield cellsOf(entry);
}

/** The first line names all columns: so the entries are gone through twice. */
async function table(entries: () => AsyncIterable<object>): Promise<Readable> {
  const options = tableOf(await columnsOf(entries()));
  // A failure breaks off what is sent, so that nobody takes it for the whole; there is nobody else to be told.
  return pipeline(Readable.from(cells(entries())), stringify(options), () => undefined);
}

/** What the file shows, as of when, up to which position: as in `calls-as-of-2016-09-01-at-628.csv`. */
function nameOf(url: string, { asOf, knownAt }: ListQuery, position: bigint, format: ListFormat): string {
  const [path] = url.replace(/^\/v1\//, '').split('?');
  const dates = [asOf !== undefined && `as-of-${asOf}`, knownAt !== undefined && `known-at-${knownAt}`].filter(Boolean);
  return `${[path, ...dates, 'at', position].join('-').replaceAll(/[^\w.-]+/g, '-')}.${format}`;
}

/** The answer to a question for a list, in the form that is asked for. */
export async function answerList(query: ListQuery, request: FastifyRequest, ask: Ask): Promise<Answered | ListFile> {
  const format = formatOf(query, request);
  if (format === 'json') return ask(query);
  const first = await ask(withFields(query, { limit: query.limit ?? LONGEST_PAGE }));
  const entries = (): AsyncIterable<object> => entriesFrom(first, query, ask);
  const stream = format === 'csv' ? await table(entries) : Readable.from(lines(entries()));
  const goesOn = bodyOf(first).next !== null && query.limit === undefined;
  return {
    ...first,
    revision: undefined,
    body: { next: goesOn ? null : bodyOf(first).next },
    file: goesOn ? stream : await text(stream),
    mediaType: `${MEDIA_TYPES[format]}; charset=utf-8${format === 'csv' ? '; header=present' : ''}`,
    fileName: nameOf(request.url, query, first.position, format),
  };
}
