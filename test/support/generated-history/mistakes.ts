import { AmendFact, type CorrectFact, DAY, type Fact, parse, ReattributeFact, RetractFact } from '#event-sourcing';
import type { Thread } from './agenda.js';
import { dateOf } from './days.js';
import type { World } from './world.js';

/** Of all facts, about one in a hundred is corrected. Some corrections are refused, because later facts rest on what they would change. */
const CORRECTED = 1 / 84;

const CLERK = { actor: 'IGF Secretariat', via: 'igf' };

/** What may be put right, of those that a fact has the first; a number, an address or words. */
const AMENDABLE = [
  'title',
  'count',
  'value',
  'name',
  'alias',
  'list',
  'place',
  'organisation',
  'explanation',
  'text',
  'said',
  'scope',
  'session',
  'page',
] as const;

const OWNED: ReadonlySet<string> = new Set([
  'CallOpened',
  'MeetingScheduled',
  'MeetingLogged',
  'PaperBegun',
  'SeriesStarted',
  'FigurePublished',
]);
/** What may stand in the stream of the wrong workstream, and be of another one of its kind as well. */
const MISPLACED: ReadonlySet<string> = new Set(['AliasAdded', 'YearlyReportFiled']);

type Data = Readonly<Record<string, unknown>>;

const asking = <C extends CorrectFact>(Class: new () => C, { id }: Fact, fields: object): C =>
  parse(Class, { corrects: id, reason: 'The source says otherwise.', ...fields });

function amended(world: World, fact: Fact): CorrectFact | undefined {
  const { luck } = world;
  const data = fact.data as Data;
  const field = AMENDABLE.find((name) => typeof data[name] === 'string');
  if (field === undefined || luck.some(0.2))
    return asking(AmendFact, fact, { changes: {}, effective: dateOf(fact.firstDay - luck.between(1, 4)) });
  const was = data[field] as string;
  const values: Readonly<Record<string, string>> = {
    count: String(luck.between(5, 90)),
    value: String(luck.between(5, 90)),
    page: `${was}-0`,
  };
  return asking(AmendFact, fact, { changes: { [field]: values[field] ?? `${was}, in full` } });
}

/** The workstream that is meant where another one was named; nothing where there is none other like it. */
function rightOwner(world: World, fact: Fact): string | undefined {
  const data = fact.data as Data;
  const named: readonly unknown[] = [data.workstreamId ?? data.workstreamIds].flat();
  const wrong = world.strands.find(({ id }) => id === named[0]);
  const others = wrong ? world.going(wrong.kind, fact.firstDay).filter(({ id }) => !named.includes(id)) : [];
  return others.length > 0 ? world.luck.pick(others).id : undefined;
}

function reattributed(world: World, fact: Fact): CorrectFact | undefined {
  if (!OWNED.has(fact.type) && !MISPLACED.has(fact.type)) return undefined;
  const owner = rightOwner(world, fact);
  return owner === undefined ? undefined : asking(ReattributeFact, fact, { owners: [owner] });
}

function correction(world: World, fact: Fact): CorrectFact | undefined {
  const { luck } = world;
  const isBeginning = fact.revision === 0n;
  if (luck.some(0.5)) {
    const other = reattributed(world, fact);
    if (other) return other;
  }
  // What a stream began with may be named anywhere: it is amended.
  return !isBeginning && luck.some(0.18) ? asking(RetractFact, fact, {}) : amended(world, fact);
}

function* corrected(world: World, fact: Fact): Thread {
  const { luck, office } = world;
  const command = correction(world, fact);
  const made = command && office.correct(command, fact, CLERK);
  if (!made || !luck.some(0.04)) return;
  // Now and then the first was right after all.
  yield world.atWork(Math.floor(office.now / DAY) + luck.between(2, 40));
  office.correct(asking(RetractFact, made, {}), fact, CLERK);
}

/** Some facts turn out to be wrong, days or months later. */
export function mayBeCorrected(world: World, fact: Fact): void {
  const { luck } = world;
  if (!luck.some(CORRECTED)) return;
  const day = Math.floor(fact.recordedAt / DAY);
  world.begin(day + (luck.some(0.7) ? luck.between(0, 20) : luck.between(21, 300)), corrected(world, fact));
}
