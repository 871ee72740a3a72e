import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from './command.js';
import { type Dated, datedCommand, type Reference, type UseCase } from './decide.js';
import type { Event, Fact } from './event.js';
import { type EventStore, type NewEvent, WrongExpectedRevision } from './event-store.js';
import { foldAll } from './fold.js';
import { historyForRule } from './history.js';
import { KnownStreams } from './known-streams.js';
import { retractedIds } from './corrections.js';
import { amendment } from './amendment.js';
import type { AmendFact, MarkDuplicate, ReattributeFact, RetractFact } from './correct.js';
import { reattribution } from './reattribution.js';
import { duplicateMark, retraction } from './retraction.js';
import {
  DomainError,
  IdAlreadyUsed,
  type InputError,
  InvalidInput,
  NotFound,
  PreconditionFailed,
  TooManyWriters,
  UnknownReference,
} from './problems.js';
import { Serially } from './serially.js';
import { assertNotAhead, type Stamp, stamped, stampOf } from './stamp.js';

/** What became of a command. */
export type Outcome = Readonly<{
  stream: string;
  /** Last revision of the stream after it. */
  revision: bigint;
  /** Position of the last event of the stream: a reader who has reached it sees the effect. */
  position: bigint;
  /** The facts that it recorded, now or when it was first asked. */
  factIds: readonly string[];
  /** False when there was nothing to record: a repeated request, or a change that changes nothing. */
  changed: boolean;
}>;

export type ExecuteOptions = Readonly<{
  /** The revision on which the caller made the decision; another present revision refuses the command. */
  ifMatch?: bigint | undefined;
}>;

const ATTEMPTS = 20;
/** In milliseconds. */
const LONGEST_PAUSE = 100;
const streamName = (category: string, id: string): string => `${category}-${id}`;

/** Load, replay, decide, append at that revision, and again if somebody else was faster: the one way by which facts come in. */
export class Executor {
  readonly #byCommand: ReadonlyMap<unknown, UseCase>;
  readonly #byFact: ReadonlyMap<string, UseCase>;
  readonly #categories: ReadonlySet<string>;
  readonly #streams = new Serially();
  readonly #known: KnownStreams;
  #lastPosition = 0n;

  constructor(
    private readonly store: EventStore,
    useCases: readonly UseCase[],
    private readonly now: () => number = Date.now,
  ) {
    this.#known = new KnownStreams(store);
    this.#byCommand = new Map(useCases.map((useCase) => [useCase.Command, useCase]));
    this.#byFact = new Map(useCases.map((useCase) => [useCase.records, useCase]));
    this.#categories = new Set(useCases.map(({ fold }) => fold.category));
  }

  /** Position of the latest that was recorded here: a reader who has reached it sees all of it. */
  get lastPosition(): bigint {
    return this.#lastPosition;
  }

  /**
   * Records what a command asks for, if its rule allows it.
   * @throws Problem when nothing was recorded, and why
   */
  async execute(command: Command, options: ExecuteOptions = {}): Promise<Outcome> {
    const useCase = this.#byCommand.get(command.constructor);
    if (!useCase) throw new Error(`No use case takes ${command.constructor.name}.`);
    const fields = command as unknown as Readonly<Record<string, string>>;
    const id = fields[useCase.streamField]!;
    const stream = streamName(useCase.fold.category, id);
    assertOneIdentity(useCase, command);
    const identity = useCase.creates ? fields[useCase.creates] : command.requestId;
    const stamp = stampOf(command, stream, identity, command.effective, this.now());
    const { effective } = stamp.metadata;
    return this.#write(stream, stamp, options, async (facts) => {
      const state = foldAll(useCase.fold, historyForRule(facts, effective));
      await this.#assertReferences(useCase, datedCommand(command, effective), state);
      await this.#assertIdFits(useCase, id, facts);
      return useCase.rule(datedCommand(command, effective), state);
    });
  }

  /** Records that an earlier fact of the stream should have said something else. */
  async amend(command: AmendFact, stream: string, options: ExecuteOptions = {}): Promise<Outcome> {
    if (command.effective) assertNotAhead(command.effective, this.now());
    const stamp = stampOf(command, stream, command.requestId, undefined, this.now());
    return this.#write(stream, stamp, options, async (facts) => {
      const { events, useCase, corrected, state } = amendment(command, facts, this.#recording);
      await this.#assertReferences(useCase, corrected, state, (field) => `/changes/${field}`);
      return events;
    });
  }

  /** Records that an earlier fact or correction of the stream should not have been recorded. */
  async retract(command: RetractFact, stream: string, options: ExecuteOptions = {}): Promise<Outcome> {
    const stamp = stampOf(command, stream, command.requestId, undefined, this.now());
    return this.#write(stream, stamp, options, async (facts) => retraction(command, facts, this.#recording));
  }

  /**
   * Records that an earlier fact of the stream repeats another one, so that only the other counts.
   * @param original the stream of the other
   */
  async markDuplicate(command: MarkDuplicate, stream: string, original: string, options: ExecuteOptions = {}): Promise<Outcome> {
    const stamp = stampOf(command, stream, command.requestId, undefined, this.now());
    return this.#write(stream, stamp, options, async (facts) =>
      duplicateMark(command, facts, await this.#known.facts(original), this.#recording),
    );
  }

  /**
   * Records whose an earlier fact of the stream really is. What stands in the stream of one workstream and is another's is
   * recorded there first, and then taken away here: should the second fail, the same request made again finds the first done.
   */
  async reattribute(command: ReattributeFact, stream: string, options: ExecuteOptions = {}): Promise<Outcome> {
    const stamp = stampOf(command, stream, command.requestId, undefined, this.now());
    const recordedAs = await this.#recordElsewhere(command, stream, stamp, options);
    return this.#write(stream, stamp, options, async (facts) => {
      const asked = reattribution(command, facts, this.#recording);
      if (!asked) return [];
      const { useCase, corrected, event, state } = asked;
      // What goes elsewhere has had its references looked at there.
      if (event.data.field !== undefined) {
        await this.#assertReferences(ownersAlone(useCase), datedCommand(corrected, corrected.effective!), state, () => '/owners');
      } else if (recordedAs !== undefined) return [{ ...event, data: { ...event.data, recordedAs } }];
      return [event];
    });
  }

  /** Not while the stream is held that it is taken from: another may be on its way from there to here. */
  async #recordElsewhere(command: ReattributeFact, stream: string, stamp: Stamp, { ifMatch }: ExecuteOptions): Promise<string | undefined> {
    const facts = await this.#known.facts(stream);
    if (repetition(stream, stamp, facts)) return undefined;
    assertRevision(stream, ifMatch, facts.at(-1)?.revision);
    const asked = reattribution(command, facts, this.#recording);
    if (!asked || asked.event.data.field !== undefined) return undefined;
    const { factIds } = await this.execute(asked.corrected);
    return factIds[0];
  }

  readonly #recording = (type: string): UseCase | undefined => this.#byFact.get(type);

  /** Writers of this process queue up for a stream; those of others are met by trying again. */
  async #write(
    stream: string,
    stamp: Stamp,
    { ifMatch }: ExecuteOptions,
    decide: (facts: readonly Fact[]) => Promise<readonly Event[]>,
  ): Promise<Outcome> {
    return this.#streams.run(stream, async () => {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        const facts = await this.#known.facts(stream);
        const repeated = repetition(stream, stamp, facts);
        if (repeated) return repeated;
        assertRevision(stream, ifMatch, facts.at(-1)?.revision);
        const events = stamped(await decide(facts), stamp);
        const outcome = events.length === 0 ? unchanged(stream, facts) : await this.#append(stream, facts, events);
        if (outcome) return outcome;
        // Those of another process may be faster every time, unless they are given way now and then.
        await delay(Math.random() * Math.min(2 ** attempt, LONGEST_PAUSE));
      }
      throw new TooManyWriters(`Others keep writing to ${stream}. Nothing was recorded; try again.`);
    });
  }

  /** Nothing when somebody else was faster. */
  async #append(stream: string, facts: readonly Fact[], events: readonly NewEvent[]): Promise<Outcome | undefined> {
    try {
      const appended = await this.store.append(stream, facts.at(-1)?.revision ?? 'none', events);
      if (appended.position > this.#lastPosition) this.#lastPosition = appended.position;
      return { stream, ...appended, factIds: events.map(({ id }) => id), changed: true };
    } catch (error) {
      if (error instanceof WrongExpectedRevision) return undefined;
      throw error;
    }
  }

  /** A stream begins with the command that creates it, and an id names one thing. */
  async #assertIdFits({ fold, streamField, creates }: UseCase, id: string, facts: readonly Fact[]): Promise<void> {
    const begins = creates === streamField;
    if (begins && facts.length > 0) throw new IdAlreadyUsed(`${fold.category} ${id} exists already, from another command.`);
    if (!begins && facts.length > 0) return;
    const other = await this.#otherKind(fold.category, id);
    if (begins && other) throw new IdAlreadyUsed(`${id} is the id of a ${other}, not of a new ${fold.category}.`);
    if (!begins) throw new NotFound(`No ${fold.category} has the id ${id}${other ? `: it is the id of a ${other}` : ''}.`);
  }

  async #otherKind(category: string, id: string): Promise<string | undefined> {
    for (const other of this.#categories) {
      if (other !== category && (await this.store.read(streamName(other, id))).length > 0) return other;
    }
    return undefined;
  }

  async #assertReferences(
    { references = {} }: UseCase,
    command: Dated<Command>,
    own: unknown,
    pointerTo = (field: string): string => `/${field}`,
  ): Promise<void> {
    const errors: InputError[] = [];
    for (const [field, reference] of Object.entries(references)) {
      const value = (command as unknown as Readonly<Record<string, string | readonly string[] | undefined>>)[field] ?? [];
      const ids =
        typeof value === 'string'
          ? [{ id: value, pointer: pointerTo(field) }]
          : value.map((id, index) => ({ id, pointer: `${pointerTo(field)}/${index}` }));
      for (const { id, pointer } of ids) {
        const detail = await this.#referenceFault(reference, id, command, own);
        if (detail) errors.push({ pointer, detail });
      }
    }
    if (errors.length > 0) throw new UnknownReference(errors);
  }

  async #referenceFault(
    { fold, fault }: Reference<Command>,
    id: string,
    command: Dated<Command>,
    own: unknown,
  ): Promise<string | undefined> {
    const [{ category }, { effective }] = [fold, command];
    const facts = await this.#known.facts(streamName(category, id));
    const standing = historyForRule(facts, effective);
    if (standing.length > 0) return fault?.(foldAll(fold, standing), command, own);
    if (facts.length > 0) return `${category} ${id} is not recorded as existing by ${effective}`;
    const other = await this.#otherKind(category, id);
    return `no ${category} has the id ${id}${other ? `: it is the id of a ${other}` : ''}`;
  }
}

/** A use case of which only those are looked at whose the fact is. */
const ownersAlone = ({ owners = '', references = {}, ...useCase }: UseCase): UseCase => ({
  ...useCase,
  references: Object.fromEntries(Object.entries(references).filter(([field]) => field === owners)),
});

/** What comes into being has an id that tells a repeated request already. */
function assertOneIdentity({ creates }: UseCase, { requestId }: Command): void {
  if (creates === undefined || requestId === undefined) return;
  throw new InvalidInput([{ pointer: '/requestId', detail: `is not needed: ${creates} tells a repeated request` }]);
}

/** The outcome of the first time, when this request has been carried out before. */
function repetition(stream: string, { factId, metadata }: Stamp, facts: readonly Fact[]): Outcome | undefined {
  const first = facts.find(({ id }) => id === factId);
  if (!first) return undefined;
  if (first.metadata.fingerprint !== metadata.fingerprint) {
    throw new IdAlreadyUsed(
      `This id was used at position ${first.position} to record something else (${first.type}). To correct that, amend fact ${first.id}.`,
    );
  }
  if (retractedIds(facts).has(first.id)) {
    throw new DomainError(
      `This was recorded at position ${first.position} and has been retracted since. To restore it, retract its retraction.`,
    );
  }
  const factIds = facts.filter((fact) => fact.metadata.$causationId === first.metadata.$causationId).map(({ id }) => id);
  return { ...unchanged(stream, facts), factIds };
}

function unchanged(stream: string, facts: readonly Fact[]): Outcome {
  const last = facts.at(-1);
  if (!last) throw new Error(`A rule recorded nothing on ${stream}, which has no events.`);
  return { stream, revision: last.revision, position: last.position, factIds: [], changed: false };
}

function assertRevision(stream: string, ifMatch: bigint | undefined, actual: bigint | undefined): void {
  if (ifMatch === undefined || ifMatch === actual) return;
  throw new PreconditionFailed(
    `${stream} is at revision ${actual ?? 'none'}, not ${ifMatch}: look at what has changed, then decide again.`,
  );
}
