import { v5 as uuidv5 } from 'uuid';
import { AmendFact, type Command, RetractFact } from '#event-sourcing';
import {
  AcknowledgeContribution,
  AddAlias,
  CloseCall,
  ExtendDeadline,
  OpenCall,
  ReceiveContribution,
  RegisterCenbPhase,
  RegisterDynamicCoalition,
  RenameWorkstream,
  ReopenCall,
  WithdrawContribution,
} from '#workstreams';
import { chance } from '../chance.js';
import type { Reply, Request } from './requests.js';

const SPACE = '6d3c2a50-1f3e-4b86-9a53-5c1f8f0a7e13';
const DAY = 86_400_000;
/** So few that writers meet. */
const CALLS_IN_USE = 6;

type Received = Readonly<{ callId: string; contributionId: string; stream: string; corrects: string }>;
type Asked = Omit<Request, 'id'>;

const asking = <C extends Command>(Class: new () => C, fields: Partial<C>, stream?: string): Asked => ({
  command: Class.name,
  fields,
  ...(stream !== undefined && { stream }),
});

/** Chance, and what comes of it. */
class Draw {
  constructor(
    readonly random: () => number,
    /** Names one request. */
    readonly name: string,
  ) {}

  id(kind: string): string {
    return uuidv5(`${kind} ${this.name}`, SPACE);
  }

  one<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]!;
  }

  day(from: string, days: number): string {
    return new Date(Date.parse(from) + Math.floor(this.random() * days) * DAY).toISOString().slice(0, 10);
  }

  /** When it happened: now, or on a day of the past before or after what was entered earlier. */
  when(): Readonly<{ effective?: string }> {
    return this.random() < 0.3 ? {} : { effective: this.day('2016-04-01', 600) };
  }
}

/** What a secretariat knows of its own work, and what it records next. */
export class Secretariat {
  readonly #workstreams: string[] = [];
  readonly #calls: string[] = [];
  readonly #received: Received[] = [];

  /** Learns from what was carried out. */
  learn({ fields, command }: Request, reply: Reply | undefined): void {
    if (!reply || !('outcome' in reply)) return;
    const { workstreamId, callId, contributionId } = fields as Readonly<Record<string, string>>;
    const { stream, factIds } = reply.outcome;
    if (command.startsWith('Register')) this.#workstreams.push(workstreamId!);
    if (command === OpenCall.name) this.#calls.push(callId!);
    if (command === ReceiveContribution.name)
      this.#received.push({ callId: callId!, contributionId: contributionId!, stream, corrects: factIds[0]! });
  }

  /** Requests, one after another: the same seed and the same knowledge give the same. */
  *requests(seed: number): Generator<Request, never> {
    const random = chance(seed);
    for (let made = 1; ; made++) {
      const draw = new Draw(random, `${seed}.${made}`);
      yield { id: draw.id('request'), ...this.#next(draw) };
    }
  }

  #next(draw: Draw): Asked {
    if (this.#workstreams.length === 0) return this.#register(draw);
    if (this.#calls.length === 0) return this.#open(draw);
    const share = draw.random();
    if (share < 0.05) return this.#register(draw);
    if (share < 0.1) return this.#open(draw);
    if (share < 0.15) return this.#name(draw);
    if (share < 0.35) return this.#turn(draw);
    if (share < 0.7 || this.#received.length === 0) return this.#receive(draw);
    return share < 0.85 ? this.#handle(draw) : this.#correct(draw);
  }

  #register(draw: Draw): Asked {
    const common = { workstreamId: draw.id('workstream'), name: `Workstream ${draw.name}`, effective: draw.one(['2015-01', '2015']) };
    if (draw.random() < 0.5) return asking(RegisterDynamicCoalition, common);
    return asking(RegisterCenbPhase, { ...common, phase: 'II', cycle: 2016 });
  }

  #open(draw: Draw): Asked {
    const workstreamIds = [draw.one(this.#workstreams)];
    const common = { callId: draw.id('call'), workstreamIds, title: `Call ${draw.name}` };
    return asking(OpenCall, { ...common, effective: draw.day('2016-01-01', 80), inclusionDate: draw.day('2016-06-01', 90) });
  }

  #name(draw: Draw): Asked {
    const common = { workstreamId: draw.one(this.#workstreams), requestId: draw.id('fact'), ...draw.when() };
    if (draw.random() < 0.5) return asking(RenameWorkstream, { ...common, name: `Renamed ${draw.name}` });
    return asking(AddAlias, { ...common, alias: `Alias ${draw.name}` });
  }

  #turn(draw: Draw): Asked {
    const common = { callId: this.#call(draw), requestId: draw.id('fact'), ...draw.when() };
    const share = draw.random();
    if (share < 0.2) return asking(CloseCall, common);
    if (share < 0.4) return asking(ReopenCall, common);
    return asking(ExtendDeadline, { ...common, deadline: draw.one(['inclusion', 'closing']), to: draw.day('2018-01-01', 900) });
  }

  #receive(draw: Draw): Asked {
    const contribution = { callId: this.#call(draw), contributionId: draw.id('contribution'), ...draw.when() };
    return asking(ReceiveContribution, { ...contribution, kind: 'written', title: `Paper ${draw.name}` });
  }

  #handle(draw: Draw): Asked {
    const { callId, contributionId } = draw.one(this.#received.slice(-50));
    const common = { callId, contributionId, requestId: draw.id('fact') };
    return draw.random() < 0.7 ? asking(AcknowledgeContribution, common) : asking(WithdrawContribution, common);
  }

  #correct(draw: Draw): Asked {
    const { stream, corrects } = draw.one(this.#received.slice(-50));
    const common = { corrects, requestId: draw.id('fact'), reason: 'entered wrongly' };
    const share = draw.random();
    if (share < 0.3) return asking(RetractFact, common, stream);
    if (share < 0.6) return asking(AmendFact, { ...common, changes: {}, effective: draw.day('2016-04-01', 600) }, stream);
    return asking(AmendFact, { ...common, changes: { title: `Amended ${draw.name}` } }, stream);
  }

  #call(draw: Draw): string {
    return draw.one(this.#calls.slice(-CALLS_IN_USE));
  }
}
