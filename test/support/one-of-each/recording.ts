import type { Reply, TestServer } from '../server.js';

/** What was asked and what was answered. */
export type Exchange = Readonly<{ method: 'put' | 'post'; path: string; body: object; reply: Reply }>;

/** What every command may say about itself. */
const DETAILS = {
  sources: [{ document: 'Minutes', url: 'https://www.intgovforum.org/minutes', retrieved: '2026-11', locator: 'page 3' }],
  reason: 'as decided in the call',
  note: 'A note.',
  onBehalfOf: 'the coordinators',
};

/** Sends commands with all that they may say about themselves, and keeps every exchange. */
export class Recording {
  readonly exchanges: Exchange[] = [];

  constructor(readonly server: TestServer) {}

  /** Gives the id of the fact that was recorded. */
  async put(path: string, fields: object): Promise<string> {
    return this.#send('put', path, fields);
  }

  async post(path: string, fields: object): Promise<string> {
    return this.#send('post', path, fields);
  }

  async #send(method: 'put' | 'post', path: string, fields: object): Promise<string> {
    const body = { ...DETAILS, ...fields };
    const reply = await this.server[method](path, body);
    this.exchanges.push({ method, path, body, reply });
    return (reply.body as { factIds?: string[] }).factIds?.[0] ?? '';
  }
}
