import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Reply, Request } from './requests.js';

const MAIN = resolve('dist/test/support/durability/writing-process.main.js');
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A process that writes to the store of a folder, and has its read side follow. */
export class WritingProcess {
  readonly #child: ChildProcess;
  readonly #asked = new Map<string, Readonly<{ request: Request; answered: (reply: Reply | undefined) => void }>>();
  readonly #exitCode: Promise<number | null>;
  #answers = 0;

  /** @param version of its read models */
  constructor(folder: string, version = 1) {
    this.#child = fork(MAIN, [folder, String(version)], { serialization: 'advanced', execArgv: [] });
    running.add(this.#child);
    this.#child.on('message', (reply: Reply) => {
      this.#answers += 1;
      this.#asked.get(reply.id)?.answered(reply);
      this.#asked.delete(reply.id);
    });
    // What it had said before it ended is heard first.
    this.#exitCode = Promise.all([once(this.#child, 'exit'), once(this.#child, 'disconnect')]).then(([[code]]) => {
      running.delete(this.#child);
      for (const { answered } of this.#asked.values()) answered(undefined);
      return code as number | null;
    });
  }

  /** The requests that have not been answered. */
  get unanswered(): readonly Request[] {
    return [...this.#asked.values()].map(({ request }) => request);
  }

  /** The reply; none when the process was killed before it gave one. */
  async ask(request: Request): Promise<Reply | undefined> {
    return new Promise((answered) => {
      this.#asked.set(request.id, { request, answered });
      if (this.#child.connected) this.#child.send(request, () => undefined);
      else answered(undefined);
    });
  }

  /** Ends it some milliseconds after so many answers. */
  async killAfter(answers: number, milliseconds: number): Promise<void> {
    while (this.#answers < answers && this.#child.connected) await Promise.race([once(this.#child, 'message'), this.#exitCode]);
    await delay(milliseconds);
    await this.kill();
  }

  /** Ends it at once, wherever it is. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    const code = await this.#exitCode;
    if (code !== null) throw new Error(`A writing process has ended by itself, with code ${code}.`);
  }
}
