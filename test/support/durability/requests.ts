import { AmendFact, type Command, type Executor, inContext, type Outcome, parse, Problem, RetractFact } from '#event-sourcing';
import { useCases } from '#workstreams';

/** A command as it goes to another process. Sent again with the same ids it asks for the same thing. */
export type Request = Readonly<{
  id: string;
  /** Name of its class. */
  command: string;
  fields: Readonly<Record<string, unknown>>;
  /** The stream that a correction is about. */
  stream?: string;
  /** The revision that the stream must be at. */
  ifMatch?: bigint;
}>;

/** What became of a request: it was carried out, or a rule refused it. */
export type Reply = Readonly<{ id: string; outcome: Outcome } | { id: string; refused: string }>;

const classes = new Map<string, new () => Command>(useCases.map(({ Command }) => [Command.name, Command]));

/** Carries a request out. What is not a refusal is an error of the test, or of what it tests. */
export async function answer(executor: Executor, request: Request): Promise<Reply> {
  const { id } = request;
  try {
    const context = { actor: 'Secretariat', via: 'test', correlationId: id, causationId: id };
    return { id, outcome: await inContext(context, async () => executed(executor, request)) };
  } catch (error) {
    if (error instanceof Problem) return { id, refused: error.kind };
    throw error;
  }
}

async function executed(executor: Executor, { command, fields, stream, ifMatch }: Request): Promise<Outcome> {
  if (command === AmendFact.name) return executor.amend(parse(AmendFact, fields), stream!, { ifMatch });
  if (command === RetractFact.name) return executor.retract(parse(RetractFact, fields), stream!, { ifMatch });
  return executor.execute(parse(classes.get(command)!, fields), { ifMatch });
}
