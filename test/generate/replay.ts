import {
  AmendFact,
  type Correction,
  CORRECTION_TYPES,
  decode,
  type Event,
  Executor,
  type Fact,
  type FactReattributed,
  inContext,
  MarkDuplicate,
  type Outcome,
  parse,
  ReattributeFact,
  RetractFact,
  takenOver,
  type UseCase,
} from '#event-sourcing';
import { SqliteEventStore } from '#event-store';
import type { Step } from '#test/generated-history/index';
import { useCases } from '#workstreams';

const useCaseOf: ReadonlyMap<string, UseCase> = new Map(useCases.map((useCase) => [useCase.records, useCase]));

const isCorrection = (event: Event): event is Correction => (CORRECTION_TYPES as readonly string[]).includes(event.type);

/** The fact that was recorded where a reattributed one belongs. */
const elsewhere = (event: Event): string | undefined =>
  event.type === 'FactReattributed' ? (event as FactReattributed).data.recordedAs : undefined;

/**
 * Does a history over again, each fact by the command that asks for it, on a store of its own with the clock set to when it
 * was recorded. Facts that no client names get other ids.
 */
export class Replay {
  #now = 0;
  readonly #store = new SqliteEventStore(':memory:', () => this.#now);
  readonly #executor = new Executor(this.#store, useCases, () => this.#now);
  readonly #newIds = new Map<string, string>();
  /** Facts that a reattribution records where they belong, on its own. */
  readonly #recordedElsewhere: ReadonlySet<unknown>;

  constructor(private readonly history: readonly Step[]) {
    this.#recordedElsewhere = new Set(history.map(({ event }) => elsewhere(event)));
  }

  /** What was refused, or came out as another fact, and why. */
  async faults(): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const step of this.history) {
      if (this.#recordedElsewhere.has(step.id)) continue;
      const fault = await this.#fault(step).catch((error: unknown) => String(error));
      if (fault !== undefined) faults.push(`${step.event.type} of ${step.stream} at ${new Date(step.recordedAt).toISOString()}: ${fault}`);
    }
    await this.#store.close();
    return faults;
  }

  async #fault(step: Step): Promise<string | undefined> {
    const { id, stream, event, metadata, recordedAt } = step;
    this.#now = recordedAt;
    const { actor, via, $correlationId: correlationId, $causationId: causationId } = metadata;
    const { changed, factIds } = await inContext({ actor, via, correlationId, causationId }, async () => this.#again(step));
    if (!changed) return 'it says nothing new';
    this.#newIds.set(id, factIds[0]!);
    const made = (await this.#store.read(stream)).map(decode).findLast((fact) => fact.id === factIds[0])!;
    this.#newIds.set(elsewhere(event) ?? '', elsewhere(made) ?? '');
    const expected = this.#withNewIds({ type: event.type, data: event.data, effective: metadata.effective });
    const actual = JSON.stringify({
      type: made.type,
      data: made.data,
      effective: isCorrection(event) ? metadata.effective : made.effective,
    });
    return actual === expected ? undefined : `it comes out as ${actual}, not ${expected}`;
  }

  #withNewIds(said: object): string {
    return JSON.stringify(said, (_, value: unknown) => (typeof value === 'string' ? (this.#newIds.get(value) ?? value) : value));
  }

  async #again({ stream, event, metadata }: Step): Promise<Outcome> {
    const { effective, sources, note, onBehalfOf, reason } = metadata;
    const told = Object.fromEntries(Object.entries({ sources, note, onBehalfOf, reason }).filter(([, value]) => value !== undefined));
    if (isCorrection(event)) return this.#corrected(stream, event, told);
    const useCase = useCaseOf.get(event.type)!;
    return this.#executor.execute(parse(useCase.Command, { ...takenOver(useCase, event as Fact), ...told, effective }));
  }

  async #corrected(stream: string, { type, data }: Correction, told: object): Promise<Outcome> {
    const corrects = this.#newIds.get(data.corrects) ?? data.corrects;
    switch (type) {
      case 'FactAmended': {
        const { changes, effective } = data;
        return this.#executor.amend(parse(AmendFact, { ...told, corrects, changes, ...(effective && { effective }) }), stream);
      }
      case 'FactRetracted':
        return this.#executor.retract(parse(RetractFact, { ...told, corrects }), stream);
      case 'FactReattributed':
        return this.#executor.reattribute(parse(ReattributeFact, { ...told, corrects, owners: data.owners }), stream);
      case 'FactMarkedDuplicate':
        return this.#executor.markDuplicate(parse(MarkDuplicate, { ...told, corrects, duplicateOf: data.duplicateOf }), stream, stream);
    }
  }
}
