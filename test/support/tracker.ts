import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  AmendFact,
  type Command,
  decode,
  type ExecuteOptions,
  Executor,
  type Fact,
  inContext,
  MarkDuplicate,
  type Outcome,
  parse,
  type PartialDate,
  ReattributeFact,
  RetractFact,
} from '#event-sourcing';
import { SqliteEventStore } from '#event-store';
import { OpenCall, RegisterCenbPhase, useCases } from '#workstreams';
import { temporaryFolder } from './files.js';

/** What a command is made of, as a request gives it. */
type Fields<C> = { readonly [Field in keyof C]?: C[Field] | object };

/** A tracker on an embedded store of its own, with a clock that the test sets. */
export class TestTracker {
  now: PartialDate = '2026-11-22T12:00:00Z';
  readonly store: SqliteEventStore;
  readonly executor: Executor;

  /** @param folder that of another tracker, to be another process beside it */
  constructor(readonly folder = temporaryFolder()) {
    this.store = new SqliteEventStore(join(folder, 'tracker.db'), () => Date.parse(this.now));
    this.executor = new Executor(this.store, useCases, () => Date.parse(this.now));
  }

  async do<C extends Command>(Class: new () => C, fields: Fields<C>, options?: ExecuteOptions): Promise<Outcome> {
    return this.#asSecretariat(async () => this.executor.execute(parse(Class, fields), options));
  }

  async amend(stream: string, fields: Partial<AmendFact>, options?: ExecuteOptions): Promise<Outcome> {
    return this.#asSecretariat(async () => this.executor.amend(parse(AmendFact, fields), stream, options));
  }

  async retract(stream: string, fields: Partial<RetractFact>, options?: ExecuteOptions): Promise<Outcome> {
    return this.#asSecretariat(async () => this.executor.retract(parse(RetractFact, fields), stream, options));
  }

  async reattribute(stream: string, fields: Partial<ReattributeFact>, options?: ExecuteOptions): Promise<Outcome> {
    return this.#asSecretariat(async () => this.executor.reattribute(parse(ReattributeFact, fields), stream, options));
  }

  async markDuplicate(stream: string, original: string, fields: Partial<MarkDuplicate>): Promise<Outcome> {
    return this.#asSecretariat(async () => this.executor.markDuplicate(parse(MarkDuplicate, fields), stream, original));
  }

  async facts(stream: string): Promise<readonly Fact[]> {
    return (await this.store.read(stream)).map(decode);
  }

  /** CENB Phase II of 2016 with its call for public input, as far as it was announced in July. */
  async withCenbCall(): Promise<Readonly<{ workstreamId: string; callId: string; stream: string; opening: Outcome }>> {
    const [workstreamId, callId] = [randomUUID(), randomUUID()];
    await this.do(RegisterCenbPhase, { workstreamId, name: 'CENB Phase II', phase: 'II', cycle: 2016, effective: '2016-04' });
    const opening = await this.do(OpenCall, {
      callId,
      workstreamIds: [workstreamId],
      title: 'Call for public input',
      effective: '2016-07-11',
      inclusionDate: '2016-08-31',
    });
    return { workstreamId, callId, stream: opening.stream, opening };
  }

  async #asSecretariat<T>(work: () => Promise<T>): Promise<T> {
    return inContext({ actor: 'Secretariat', via: 'test', correlationId: randomUUID(), causationId: randomUUID() }, work);
  }
}
