import {
  amendment,
  AmendFact,
  type Command,
  type CorrectFact,
  datedCommand,
  DomainError,
  duplicateMark,
  type Event,
  type Fact,
  type Fold,
  inContext,
  MarkDuplicate,
  type PartialDate,
  Problem,
  reattribution,
  ReattributeFact,
  retraction,
  RetractFact,
  type Stamp,
  stampOf,
  type UseCase,
} from '#event-sourcing';
import { useCases } from '#workstreams';
import { Ledger, type Step } from './ledger.js';
import type { Luck } from './luck.js';

/** Who records, and by which way in. */
export type Clerk = Readonly<{ actor: string; via: string }>;

const byCommand: ReadonlyMap<unknown, UseCase> = new Map(useCases.map((useCase) => [useCase.Command, useCase]));
const byFact: ReadonlyMap<string, UseCase> = new Map(useCases.map((useCase) => [useCase.records, useCase]));
const useCaseOf = (type: string): UseCase | undefined => byFact.get(type);

/** How long an entry takes, in milliseconds: no two facts are recorded at the same instant. */
const TYPING = 17_000;

type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Records what it is told, where the rules allow it: what the tracker's `Executor` does with a store, in memory and at once.
 * What a rule refuses is left out, as in life.
 */
export class Office {
  readonly #ledger = new Ledger();
  #made: Step[] = [];
  /** The clock: when what is recorded next is recorded, in milliseconds since 1970. */
  now = 0;
  /** How often a rule has refused something. */
  refused = 0;

  constructor(private readonly luck: Luck) {}

  /** How many facts have been recorded. */
  get length(): number {
    return this.#ledger.length;
  }

  /** What was recorded since the last time. */
  take(): readonly Step[] {
    const made = this.#made;
    this.#made = [];
    return made;
  }

  /** The fact that a command leads to; nothing when it is refused, or says nothing new. */
  record(command: Command, clerk: Clerk): Fact | undefined {
    return this.#asking(clerk, (request) => this.#record(command, request));
  }

  /** The correction of a fact that a command leads to; nothing when it is refused. */
  correct(command: CorrectFact, target: Fact, clerk: Clerk): Fact | undefined {
    const facts = this.#ledger.facts(target.stream);
    return this.#asking(clerk, (request) => {
      const stamp = stampOf(command, target.stream, request, undefined, this.now);
      const event = this.#correction(command, facts, request);
      return event && this.#add(target.stream, event, stamp, byFact.get(target.type)!.fold);
    });
  }

  #asking(clerk: Clerk, work: (request: string) => Fact | undefined): Fact | undefined {
    this.now += TYPING;
    const request = this.luck.id();
    try {
      return inContext({ ...clerk, correlationId: request, causationId: request }, () => work(request));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.refused += 1;
      return undefined;
    }
  }

  #record(command: Command, request: string): Fact | undefined {
    const useCase = byCommand.get(command.constructor)!;
    const { fold, streamField, creates } = useCase;
    const fields = command as unknown as Readonly<Record<string, string>>;
    const stream = `${fold.category}-${fields[streamField]!}`;
    const stamp = stampOf(command, stream, creates ? fields[creates] : (command.requestId ?? request), command.effective, this.now);
    const { effective } = stamp.metadata;
    this.#assertReferences(useCase, command, effective);
    const before = this.#ledger.stateOn(stream, fold, effective)?.state ?? fold.initial;
    const [event] = useCase.rule(datedCommand(command, effective), before);
    return event && this.#add(stream, event, stamp, fold);
  }

  #correction(command: CorrectFact, facts: readonly Fact[], request: string): Event | undefined {
    if (command instanceof RetractFact) return retraction(command, facts, useCaseOf)[0];
    if (command instanceof MarkDuplicate) return duplicateMark(command, facts, facts, useCaseOf)[0];
    if (command instanceof ReattributeFact) return this.#reattribution(command, facts, request);
    if (!(command instanceof AmendFact)) throw new Error(`No correction is asked for by ${command.constructor.name}.`);
    const { events, useCase, corrected } = amendment(command, facts, useCaseOf);
    this.#assertReferences(useCase, corrected, corrected.effective!);
    return events[0];
  }

  /** What is another workstream's is recorded there first, if it stands in the stream of one. */
  #reattribution(command: ReattributeFact, facts: readonly Fact[], request: string): Event | undefined {
    const asked = reattribution(command, facts, useCaseOf);
    if (!asked) return undefined;
    const { useCase, corrected, event } = asked;
    this.#assertReferences(useCase, corrected, corrected.effective!);
    if (event.data.field !== undefined) return event;
    const recordedAs = this.#record(corrected, request)?.id;
    return { ...event, data: { ...event.data, ...(recordedAs !== undefined && { recordedAs }) } };
  }

  #add(stream: string, event: Event, { factId: id, metadata }: Stamp, fold: Fold<unknown, Event>): Fact {
    const made = { stream, id, event, metadata, recordedAt: this.now };
    const fact = this.#ledger.add(made, fold);
    this.#made.push({ ...made, revision: Number(fact.revision) });
    return fact;
  }

  #assertReferences({ references = {} }: UseCase, command: Command, effective: PartialDate): void {
    for (const [field, { fold, fault }] of Object.entries(references)) {
      for (const id of [(command as unknown as Fields)[field] ?? []].flat()) {
        const named = this.#ledger.stateOn(`${fold.category}-${id}`, fold, effective);
        const wrong = named ? fault?.(named.state, command) : 'is not on record by then';
        if (wrong !== undefined) throw new DomainError(`${field} ${id} ${wrong}.`);
      }
    }
  }
}
