import { decode, type EventStore, type Fact, type FactFinder, NotFound, standing } from '#event-sourcing';
import { readModels } from '#read-models';

/** Those whose a fact is, by what it says of that. */
function subjectsOf({ type, data }: Fact): readonly string[] {
  const { subjects } = readModels;
  if (!Object.hasOwn(subjects, type)) return [];
  return [(data as Readonly<Record<string, string | readonly string[]>>)[subjects[type]!] ?? []].flat();
}

/** Finds facts by reading the whole log once: the command line has no read side of its own. */
export class LogFinder implements FactFinder {
  readonly #streams = new Map<string, Fact[]>();
  readonly #streamById = new Map<string, string>();

  static async of(store: EventStore): Promise<LogFinder> {
    const finder = new LogFinder();
    for await (const { events, caughtUp } of store.subscribe('start', new AbortController().signal)) {
      for (const event of events) finder.#take(decode(event));
      if (caughtUp) break;
    }
    return finder;
  }

  readonly streamOf = async (factId: string): Promise<string> => {
    const stream = this.#streamById.get(factId);
    if (stream === undefined) throw new NotFound(`There is no fact ${factId} to correct.`);
    return stream;
  };

  readonly streamsResting = async (factId: string, stream: string): Promise<readonly string[]> => {
    if (this.#streams.get(stream)?.[0]?.id !== factId) return [];
    const subject = stream.slice(stream.indexOf('-') + 1);
    const names = (facts: readonly Fact[]): boolean => facts.some((fact) => subjectsOf(fact).includes(subject));
    return [...this.#streams]
      .filter(([other, facts]) => other !== stream && names(facts) && standing(facts).length > 0)
      .map(([name]) => name);
  };

  #take(fact: Fact): void {
    const facts = this.#streams.get(fact.stream);
    if (facts) facts.push(fact);
    else this.#streams.set(fact.stream, [fact]);
    this.#streamById.set(fact.id, fact.stream);
  }
}
