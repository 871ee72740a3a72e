import { chance } from '../chance.js';
import { temporaryFolder } from '../files.js';
import { Ledger } from './ledger.js';
import type { Request } from './requests.js';
import { Secretariat } from './secretariat.js';
import { WritingProcess } from './writing-process.js';

const WRITERS = 32;

/** The life of one process, as its seed has it. */
export type Life = Readonly<{
  /** Of its read models. Every third process brings a new one; where that is killed soon, it is killed while it builds them. */
  version: number;
  /** It is killed so many milliseconds after so many answers. */
  answers: number;
  milliseconds: number;
  seeds: readonly number[];
}>;

export function lifeOf(seed: number, number: number): Life {
  const random = chance(seed + number);
  const isShort = random() < 0.3;
  return {
    version: 1 + Math.floor(number / 3),
    answers: isShort ? 0 : Math.ceil(random() * 400),
    milliseconds: random() * (isShort ? 1000 : 8),
    seeds: Array.from({ length: WRITERS }, () => Math.floor(random() * 2 ** 31)),
  };
}

/** Writers with a process that is killed again and again, and what survives it. */
export class Office {
  /** Of the event store, and of the read side. */
  readonly folder = temporaryFolder();
  readonly acknowledged = new Ledger();
  readonly #secretariat = new Secretariat();
  #unanswered: readonly Request[] = [];

  /** What the last process was asked and did not answer. */
  get unanswered(): readonly Request[] {
    return this.#unanswered;
  }

  /** All writers at work, until the process is killed. What the last one left open is asked again first. */
  async work({ version, answers, milliseconds, seeds }: Life): Promise<void> {
    const child = new WritingProcess(this.folder, version);
    const killed = child.killAfter(answers, milliseconds);
    await Promise.all(this.#unanswered.map(async (request) => this.#ask(child, request)));
    await Promise.all(seeds.map(async (seed) => this.#write(child, seed)));
    await killed;
    this.#unanswered = child.unanswered;
  }

  async #write(child: WritingProcess, seed: number): Promise<void> {
    for (const request of this.#secretariat.requests(seed)) if (!(await this.#ask(child, request))) return;
  }

  /** False when no answer came. */
  async #ask(child: WritingProcess, request: Request): Promise<boolean> {
    const reply = await child.ask(request);
    if (!reply) return false;
    this.acknowledged.enter(reply);
    this.#secretariat.learn(request, reply);
    return true;
  }
}
