import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { decode, EventStore, type Fact } from '#event-sourcing';
import { createServer, settings, type StreamSettings } from '#server';
import { readToEnd } from './events.js';
import { temporaryFolder } from './files.js';
import { type Reading, StreamReader } from './stream-reader.js';

/** An answer with its body read: as JSON where it is JSON. */
export type Reply = Readonly<{ status: number; headers: Headers; text: string; body: unknown }>;

type Sending = Readonly<{ headers?: Readonly<Record<string, string>>; raw?: string | Uint8Array<ArrayBuffer> }>;

const isJson = (headers: Headers): boolean => /^application\/(.*\+)?json\b/.test(headers.get('content-type') ?? '');

/** The whole server on a real socket and on files of its own. */
export class TestServer {
  private constructor(
    private readonly app: NestFastifyApplication,
    readonly url: string,
    readonly folder: string,
  ) {}

  /** @param folder that of a server that was stopped, to start it again */
  static async start(folder = temporaryFolder(), stream: Partial<StreamSettings> = {}): Promise<TestServer> {
    const told = settings({
      EVENT_STORE_URL: `file:${join(folder, 'tracker.db')}`,
      READ_FOLDER: join(folder, 'read'),
      LOG_LEVEL: 'silent',
    });
    const app = await createServer({ ...told, stream: { ...told.stream, ...stream } }, pino({ level: told.logLevel }));
    await app.listen(0, told.host);
    return new TestServer(app, await app.getUrl(), folder);
  }

  async stop(): Promise<void> {
    await this.app.close();
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.request('GET', path, { headers });
  }

  /** Reads once everything that has been recorded is in what is read. */
  async getLatest(path: string): Promise<Reply> {
    const last = (await this.facts()).at(-1)?.position ?? 0n;
    return this.get(`${path}${path.includes('?') ? '&' : '?'}minPosition=${last}`);
  }

  async put(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.request('PUT', path, { raw: JSON.stringify(body), headers });
  }

  async post(path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.request('POST', path, { raw: JSON.stringify(body), headers });
  }

  async request(method: string, path: string, { headers = {}, raw }: Sending = {}): Promise<Reply> {
    const type = raw === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(this.url + path, { method, headers: { ...type, ...headers }, ...(raw !== undefined && { body: raw }) });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      body: isJson(answer.headers) ? (JSON.parse(text) as unknown) : undefined,
    };
  }

  /** Every route that is really served, as `GET /v1/calls/{}`. */
  routes(): readonly string[] {
    const tree = this.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
    const above: string[] = [];
    return tree.split('\n').flatMap((line) => {
      const [, indent, path, methods] = /^(.*)[├└]── (\S+)(?: \((.*)\))?$/.exec(line) ?? [];
      if (indent === undefined || path === undefined) return [];
      above.length = indent.length / 4;
      above.push(path);
      const whole = above.join('').replaceAll(/:[\w|:]+/g, '{}');
      return (methods?.split(', ') ?? []).map((method) => `${method} ${whole}`);
    });
  }

  /** The store of the server, to write what no rule has judged. */
  get store(): EventStore {
    return this.app.get(EventStore);
  }

  /** What is really on record: read from the store, not from what is made of it. */
  async facts(): Promise<readonly Fact[]> {
    return (await readToEnd(this.store)).map(decode);
  }

  /** A reader of the stream, at the beginning of its connection. */
  follow(reading?: Reading): StreamReader {
    return new StreamReader(this.url, reading);
  }
}
