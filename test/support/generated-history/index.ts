import { Desk } from './desk.js';
import { coordinationGroup, GROUPS, mag, retreat } from './bodies.js';
import { cycles } from './cycles.js';
import { dayOf } from './days.js';
import type { Step } from './ledger.js';
import { World } from './world.js';

export type { Step } from './ledger.js';

/** The first day on which anything is recorded: 1 January 2006. */
const START = dayOf('2006-01-01');

/**
 * A made-up history of so many facts, in the order in which they were recorded, from 2006 to 2026: workstreams of every kind,
 * more each year, with their meetings, calls, papers, people, milestones and figures. Most facts are entered within days; about
 * one in thirty a month or more after it happened, some of those by years; about one in a hundred is corrected. What happens is
 * decided by chance and by the rules of the tracker: what they refuse is left out. The same length and seed give the same
 * history, to the byte, on every machine. One of a few thousand facts ends years earlier: the bodies that always meet take up its room.
 */
export function* generatedHistory(length: number, seed = 2016): Generator<Step> {
  const world = new World(length, seed);
  const { office, agenda } = world;
  const desk = (): Desk => new Desk(world);
  world.begin(START, cycles(desk()));
  world.begin(START, mag(desk()));
  world.begin(START, retreat(desk()));
  for (const group of GROUPS) world.begin(group.from, coordinationGroup(desk(), group));
  const begin = (at: number): void => void (office.now = Math.max(at, office.now));
  for (let made = 0; made < length && agenda.goOn(begin);) {
    for (const step of office.take()) {
      if ((made += 1) > length) return;
      yield step;
    }
  }
}
