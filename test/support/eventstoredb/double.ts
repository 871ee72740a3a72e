import { type ChildProcess, fork } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { temporaryFolder } from '../files.js';
import type { Control, Reply } from './control.js';
import type { Call, Facts, Fault } from './faults.js';

const MAIN = resolve('dist/test/support/eventstoredb/main.js');
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * A stand-in for an EventStoreDB, for tests: another process that speaks the wire protocol to the real client, keeps what it
 * acknowledged in a file, and fails as it is told. It can be killed and frozen as a real one can.
 */
export class EventStoreDbDouble {
  readonly #file = join(temporaryFolder(), 'eventstoredb.jsonl');
  #ports: readonly number[] = [];
  #child: ChildProcess | undefined;
  #commands = 0;

  static async start(): Promise<EventStoreDbDouble> {
    const double = new EventStoreDbDouble();
    // Below the ports that systems give to clients, so that none of them takes the place of a killed double.
    do double.#ports = [randomInt(20_000, 30_000), randomInt(20_000, 30_000)];
    while (!(await double.#serve()));
    return double;
  }

  /** The address of one member, the leader unless told otherwise. */
  url(options = '', member = 0): string {
    return `esdb://127.0.0.1:${this.#ports[member]}?tls=false${options}`;
  }

  /** The address of the cluster, by which a client first asks who leads. */
  clusterUrl(options = ''): string {
    return `esdb://${this.#ports.map((port) => `127.0.0.1:${port}`).join(',')}?tls=false${options}`;
  }

  async arm(call: Call, fault: Fault, times = 1): Promise<void> {
    await this.tell('arm', call, fault, times);
  }

  async facts(): Promise<Facts> {
    return this.tell('facts');
  }

  /** Waits until something is so, and gives the facts that say it. */
  async until(so: (facts: Facts) => boolean): Promise<Facts> {
    for (;;) {
      const facts = await this.facts();
      if (so(facts)) return facts;
      await new Promise((again) => setTimeout(again, 5));
    }
  }

  /** Ends it at once, wherever it is. */
  async kill(): Promise<void> {
    const child = this.#child!;
    this.#child = undefined;
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    running.delete(child);
  }

  /** Starts it again on its ports, with what it had acknowledged. */
  async restart(): Promise<void> {
    if (!(await this.#serve())) throw new Error(`The double could not have its ports ${this.#ports.join(' and ')} again.`);
  }

  /** Stops it in its tracks: connections stay open, and nothing is said. */
  freeze(): void {
    this.#child!.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child!.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    if (this.#child) await this.kill();
  }

  async tell<Name extends keyof Control>(name: Name, ...args: Parameters<Control[Name]>): Promise<Awaited<ReturnType<Control[Name]>>> {
    const child = this.#child!;
    const id = this.#commands++;
    return new Promise<Awaited<ReturnType<Control[Name]>>>((resolve, reject) => {
      const ended = (): void => reject(new Error(`The double has ended before it could ${name}.`));
      const settle = (reply: Reply): void => {
        if (reply.id !== id) return;
        child.off('message', settle);
        child.off('exit', ended);
        if (reply.error === undefined) resolve(reply.result as Awaited<ReturnType<Control[Name]>>);
        else reject(new Error(reply.error));
      };
      child.on('message', settle);
      child.on('exit', ended);
      child.send({ id, name, args });
    });
  }

  async #serve(): Promise<boolean> {
    const child = fork(MAIN, [this.#file], { serialization: 'advanced', execArgv: [] });
    running.add(child);
    this.#child = child;
    if (await this.tell('listen', this.#ports)) return true;
    await this.kill();
    return false;
  }
}
