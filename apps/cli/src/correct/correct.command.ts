import { randomUUID } from 'node:crypto';
import { type Command as CliCommand, InvalidArgumentError } from 'commander';
import {
  AmendFact,
  Corrector,
  type CorrectFact,
  Executor,
  inContext,
  MarkDuplicate,
  type Outcome,
  parse,
  ReattributeFact,
  RetractFact,
} from '#event-sourcing';
import { useCases } from '#workstreams';
import { openExisting, settingsOf, storeOption, type StoreOption } from '../store.js';
import { print } from '../terminal.js';
import { LogFinder } from './log-finder.js';

/** What every correction may be told about itself. */
type About = StoreOption & Readonly<{ reason: string; note?: string; document?: string[]; url?: string[]; actor: string }>;

type Correcting<C extends CorrectFact> = Readonly<{
  Class: new () => C;
  correct: (corrector: Corrector, command: C) => Promise<Outcome>;
}>;

/** Carries a correction out, by the rules by which every other way in does. */
async function carryOut<C extends CorrectFact>({ Class, correct }: Correcting<C>, fields: object, options: About): Promise<void> {
  const { reason, note, document = [], url = [], actor } = options;
  const sources = [...document.map((name) => ({ document: name })), ...url.map((address) => ({ url: address }))];
  const said = { ...fields, reason, ...(note !== undefined && { note }), ...(sources.length > 0 && { sources }) };
  const command = parse(Class, said);
  const store = await openExisting(settingsOf(options).eventStoreUrl);
  try {
    const corrector = new Corrector(new Executor(store, useCases), await LogFinder.of(store));
    const context = { actor, via: 'igf', correlationId: randomUUID(), causationId: randomUUID() };
    const { changed, factIds, position } = await inContext(context, async () => correct(corrector, command));
    print(changed ? `Recorded as fact ${factIds.join(', ')}, at position ${position}.` : 'It says so already: nothing has been recorded.');
  } finally {
    await store.close();
  }
}

const collected = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** `name=value` as a field of the changes; the value is text. */
function setting(pair: string, before: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  const at = pair.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Give name=value.');
  return { ...before, [pair.slice(0, at)]: pair.slice(at + 1) };
}

/** Changes that are not text, or not only. */
function jsonObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Said below, as for other values.
  }
  throw new InvalidArgumentError('Give a JSON object, such as \'{"cycle":2018}\'.');
}

const correction = (program: CliCommand, name: string, description: string): CliCommand =>
  program
    .command(name)
    .description(description)
    .argument('<fact>', 'id of the fact that is corrected')
    .requiredOption('--reason <text>', 'why it is corrected')
    .option('--note <text>', 'what else there is to say')
    .option('--document <name>', 'a document that says so; may be given several times', collected)
    .option('--url <address>', 'a page that says so; may be given several times', collected)
    .option('--actor <name>', 'who records this', 'igf')
    .addOption(storeOption());

type AmendOptions = About & Readonly<{ set?: object; json?: object; unset?: string[]; effective?: string }>;

/** Adds the commands that correct facts: `igf amend`, `retract`, `reattribute` and `duplicate`. */
export function addCorrections(program: CliCommand): void {
  correction(program, 'amend', 'Say what a fact should have said.')
    .option('--set <name=text>', 'what a field should say; may be given several times', setting)
    .option('--json <object>', 'what fields should say, where that is not text', jsonObject)
    .option('--unset <name>', 'a field that should not be there; may be given several times', collected)
    .option('--effective <date>', 'when it really happened')
    .action(async (corrects: string, { set, json, unset = [], effective, ...about }: AmendOptions) => {
      const changes = { ...set, ...json, ...Object.fromEntries(unset.map((name) => [name, null])) };
      const fields = { corrects, changes, ...(effective !== undefined && { effective }) };
      await carryOut({ Class: AmendFact, correct: async (corrector, command) => corrector.amend(command) }, fields, about);
    });
  correction(program, 'retract', 'Say that a fact, or a correction, should not have been recorded.').action(
    async (corrects: string, about: About) =>
      carryOut({ Class: RetractFact, correct: async (corrector, command) => corrector.retract(command) }, { corrects }, about),
  );
  correction(program, 'reattribute', 'Say whose a fact really is.')
    .requiredOption('--to <workstream>', 'id of a workstream whose it is; may be given several times', collected)
    .action(async (corrects: string, { to, ...about }: About & Readonly<{ to: string[] }>) =>
      carryOut(
        { Class: ReattributeFact, correct: async (corrector, command) => corrector.reattribute(command) },
        { corrects, owners: to },
        about,
      ),
    );
  correction(program, 'duplicate', 'Say that a fact repeats another one, so that only the other counts.')
    .requiredOption('--of <fact>', 'id of the fact that counts')
    .action(async (corrects: string, { of: duplicateOf, ...about }: About & Readonly<{ of: string }>) =>
      carryOut(
        { Class: MarkDuplicate, correct: async (corrector, command) => corrector.markDuplicate(command) },
        { corrects, duplicateOf },
        about,
      ),
    );
}
