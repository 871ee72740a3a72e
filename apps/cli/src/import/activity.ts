import { nameOf } from '#workstreams';
import { Unplaced } from './cells.js';
import { cycleOf, type KnownWorkstream, type OnRecord } from './on-record.js';

type Workstreams = readonly KnownWorkstream[];

const WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** All Best Practice Forums of a cycle; when the text says how many there were, they are all on record. */
function allForums(known: OnRecord, cycle: number, said: string | undefined): Workstreams {
  const forums = known.workstreams().filter((each) => each.kind === 'best-practice-forum' && each.cycle === cycle);
  const count = said === undefined ? forums.length : WORDS.indexOf(said);
  if (forums.length === 0) throw new Unplaced(`no BPF of the ${cycle} cycle is on record: import bpfs.csv first`);
  if (forums.length !== count)
    throw new Unplaced(`it speaks of ${said} BPFs of the ${cycle} cycle, of which ${forums.length} are on record`);
  return forums;
}

type Form = readonly [RegExp, (known: OnRecord, ...parts: string[]) => Workstreams];

/** How the sources write which workstreams they mean, beside their full names. */
const FORMS: readonly Form[] = [
  [/^BPFs? (?:\(all\) )?(\d{4})(?: \((\w+)\))?$/, (known, cycle, said) => allForums(known, Number(cycle), said)],
  [/^BPF (.+) (\d{4})$/, (known, name, cycle) => sole(known.called(name, 'best-practice-forum', Number(cycle)))],
  [/^CENB Phase (I|II|III|IV)$/, (known, phase) => sole(known.phase(phase))],
  [/^DC on (.+)$/, (known, topic) => sole(known.called(`Dynamic Coalition on ${topic}`, 'dynamic-coalition'))],
];

function sole(found: Workstreams): Workstreams {
  if (found.length > 1) throw new Unplaced(`${found.length} workstreams on record go by this name: ${found.map(nameOf).join(', ')}`);
  return found;
}

function find(activity: string, known: OnRecord): Workstreams {
  const named = sole(known.called(activity));
  if (named.length > 0) return named;
  for (const [form, workstreams] of FORMS) {
    const match = form.exec(activity);
    if (match) return workstreams(known, ...match.slice(1));
  }
  return [];
}

/** `A and B`, where both are known; a name may hold an `and` of its own. */
function findBoth(activity: string, known: OnRecord): Workstreams {
  const parts = activity.split(' and ');
  for (let at = 1; at < parts.length; at++) {
    const sides = [parts.slice(0, at), parts.slice(at)].map((side) => find(side.join(' and '), known));
    if (sides.every((side) => side.length > 0)) return sides.flat();
  }
  return [];
}

/**
 * The workstreams that an activity names.
 * @throws Unplaced when there are none, or the name is that of several
 */
export function workstreamsOf(activity: string, known: OnRecord): Workstreams {
  const one = find(activity, known);
  const found = one.length > 0 ? one : findBoth(activity, known);
  if (found.length === 0) throw new Unplaced(`no workstream on record is called '${activity}'`);
  return found;
}

/** The cycle in which workstreams last worked together, where they have cycles. */
export function lastCycle(workstreams: Workstreams): number | undefined {
  const cycles = workstreams.map(cycleOf).filter((cycle) => cycle !== undefined);
  return cycles.length > 0 ? Math.max(...cycles) : undefined;
}
