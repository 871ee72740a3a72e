import type { Command } from '#event-sourcing';
import { nameOf } from '#workstreams';
import { ALIASES, SHORT_NAMES } from './aliases.js';
import { bodyIdOf, type BodyName, registeredName, registrationOf } from './bodies.js';
import { Unplaced } from './cells.js';
import { plain } from './names.js';
import { cycleOf, type KnownWorkstream, type OnRecord } from './on-record.js';

type Workstreams = readonly KnownWorkstream[];

/** Those whose something is. */
export type Activity = Readonly<{
  workstreamIds: readonly string[];
  /** What puts those of them on record that no table lists. */
  registrations: readonly Command[];
  /** The cycle in which they last worked together, where they have cycles. */
  cycle: number | undefined;
  /** Who issued it, where that is none of them. */
  issuedBy?: string;
}>;

const WORDS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** All Best Practice Forums of a cycle; when the text says how many there were, they are all on record. */
function allForums(known: OnRecord, cycle: number, said?: string): Workstreams {
  const forums = known.workstreams().filter((each) => each.kind === 'best-practice-forum' && each.cycle === cycle);
  const count = said === undefined ? forums.length : WORDS.indexOf(said);
  if (forums.length === 0) throw new Unplaced(`no BPF of the ${cycle} cycle is on record: import bpfs.csv first`);
  if (forums.length !== count)
    throw new Unplaced(`it speaks of ${said} BPFs of the ${cycle} cycle, of which ${forums.length} are on record`);
  return forums;
}

function theCycle(known: OnRecord, year: number): Workstreams {
  const cycles = known.workstreams().filter((each) => each.kind === 'cycle' && each.cycle === year);
  if (cycles.length === 0) throw new Unplaced(`the ${year} cycle is not on record: import cycles.csv first`);
  return cycles;
}

/** What is known beside the name: the year in which it took place. */
type Context = Readonly<{ known: OnRecord; year: number | undefined }>;
type Form = readonly [RegExp, (context: Context, ...parts: string[]) => Workstreams];

/** How the sources write which workstreams they mean, beside their full names. */
const FORMS: readonly Form[] = [
  [/^BPFs?(?: \(all\))? (\d{4})(?: \((\w+)\))?$/, ({ known }, cycle, said) => allForums(known, Number(cycle), said)],
  [/^BPFs(?: \(all\))?$/, ({ known, year }) => (year === undefined ? [] : allForums(known, year))],
  [/^BPF (.+) (\d{4})$/, ({ known }, name, cycle) => sole(known.called(name, 'best-practice-forum', Number(cycle)))],
  [/^CENB Phase (I|II|III|IV)$/, ({ known }, phase) => sole(known.phase(phase))],
  [/^DC on (.+)$/, ({ known }, topic) => sole(known.called(`Dynamic Coalition on ${topic}`, 'dynamic-coalition'))],
  [/^IGF (\d{4})(?: preparation)?$/, ({ known }, year) => theCycle(known, Number(year))],
];

function sole(found: Workstreams): Workstreams {
  if (found.length > 1) throw new Unplaced(`${found.length} workstreams on record go by this name: ${found.map(nameOf).join(', ')}`);
  return found;
}

function find(activity: string, context: Context): Workstreams {
  const named = sole(context.known.called(activity));
  if (named.length > 0) return named;
  for (const [form, workstreams] of FORMS) {
    const match = form.exec(activity);
    if (match) return workstreams(context, ...match.slice(1));
  }
  return [];
}

/** `A and B`, where both are known; a name may hold an `and` of its own. */
function findBoth(activity: string, context: Context): Workstreams {
  const parts = activity.split(' and ');
  for (let at = 1; at < parts.length; at++) {
    const sides = [parts.slice(0, at), parts.slice(at)].map((side) => find(side.join(' and '), context));
    if (sides.every((side) => side.length > 0)) return sides.flat();
  }
  return [];
}

/**
 * The workstreams that a name means.
 * @param year in which what is spoken of took place
 * @throws Unplaced when there are none, or the name is that of several
 */
export function workstreamsOf(activity: string, known: OnRecord, year?: number): Workstreams {
  const context = { known, year };
  const name = SHORT_NAMES[activity] ?? activity;
  const one = find(name, context);
  const found = one.length > 0 ? one : findBoth(name, context);
  if (found.length === 0) throw new Unplaced(`no workstream on record is called '${activity}', and the alias table does not have it`);
  return found;
}

/** A body by the id that it has on record, or by which it is to be registered. */
export function bodyOf(name: BodyName, known: OnRecord): Readonly<{ workstreamId: string; registration?: Command }> {
  const registered = known.workstreams().find(({ workstreamId }) => workstreamId === bodyIdOf(name));
  const [there] = registered ? [registered] : known.called(registeredName(name)).filter(({ kind }) => kind !== 'dynamic-coalition');
  return there ? { workstreamId: there.workstreamId } : { workstreamId: bodyIdOf(name), registration: registrationOf(name) };
}

/**
 * Those whose something is that a row puts down to an activity.
 * @throws Unplaced when the name means nobody, or is that of several
 */
export function activityOf(activity: string, known: OnRecord, year?: number): Activity {
  const alias = Object.entries(ALIASES).find(([name]) => plain(name) === plain(activity))?.[1];
  if (!alias) {
    const workstreams = workstreamsOf(activity, known, year);
    return { workstreamIds: workstreams.map(({ workstreamId }) => workstreamId), registrations: [], cycle: lastCycle(workstreams) };
  }
  const bodies = alias.bodies.map((name) => bodyOf(name, known));
  return {
    workstreamIds: bodies.map(({ workstreamId }) => workstreamId),
    registrations: bodies.flatMap(({ registration }) => registration ?? []),
    cycle: undefined,
    ...(alias.issuedBy !== undefined && { issuedBy: alias.issuedBy }),
  };
}

function lastCycle(workstreams: Workstreams): number | undefined {
  const cycles = workstreams.map(cycleOf).filter((cycle) => cycle !== undefined);
  return cycles.length > 0 ? Math.max(...cycles) : undefined;
}
