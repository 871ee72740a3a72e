import { DescribePerson, EndRole, REGIONAL_GROUPS, RegisterPerson, type RoleName, STAKEHOLDER_GROUPS, TakeRole } from '#workstreams';
import type { Thread } from './agenda.js';
import { dateOf, type Day } from './days.js';
import type { Desk } from './desk.js';
import { INITIALS, ORGANISATIONS, SURNAMES } from './words.js';

/** Somebody who is on record by the desk's day; now and then a newcomer. */
export function someone(desk: Desk): string {
  const { luck, world } = desk;
  const known = world.people.length > 5 && luck.some(0.85) ? luck.pick(world.people) : undefined;
  return known && known.since <= desk.day ? known.id : newcomer(desk);
}

function newcomer(desk: Desk): string {
  const { luck, world } = desk;
  const personId = desk.id();
  // Names start at the latest with what the person does first.
  const since = desk.day - luck.between(0, 30);
  const details = {
    organisation: luck.pick(ORGANISATIONS),
    ...(luck.some(0.8) && { stakeholderGroup: luck.pick(STAKEHOLDER_GROUPS) }),
    ...(luck.some(0.7) && { regionalGroup: luck.pick(REGIONAL_GROUPS) }),
  };
  desk.do(RegisterPerson, { personId, name: `${luck.pick(INITIALS)}. ${luck.pick(SURNAMES)}`, ...details }, dateOf(since));
  world.people.push({ id: personId, since });
  if (luck.some(0.4)) desk.aside(desk.day + luck.between(200, 1500), (at) => described(at, personId));
  return personId;
}

function described(desk: Desk, personId: string): undefined {
  const { luck } = desk;
  const isNewName = luck.some(0.1);
  desk.do(DescribePerson, {
    personId,
    ...(isNewName
      ? { name: `${luck.pick(INITIALS)}. ${luck.pick(SURNAMES)}` }
      : { organisation: `${luck.pick(ORGANISATIONS)}, second office` }),
  });
}

/** Who fills a place in a workstream, one after the other, as long as it goes on. `years` is about how long one stays. */
export function* place(desk: Desk, workstreamId: string, role: RoleName, years: number, goesOn: (day: Day) => boolean): Thread {
  const { luck } = desk;
  for (let day = desk.day; goesOn(day);) {
    yield* desk.on(day);
    const roleId = desk.id();
    const term = luck.between(120, 730 * years);
    const isLimited = luck.some(0.2);
    const personId = someone(desk);
    const details = {
      ...(isLimited && { until: dateOf(day + term) }),
      ...(luck.some(0.15) && { title: `Lead ${role}` }),
      ...(luck.some(0.2) && { forBody: luck.pick(ORGANISATIONS) }),
    };
    const isTaken = desk.do(TakeRole, { workstreamId, roleId, personId, role, ...details });
    day += term;
    if (!goesOn(day)) return;
    yield* desk.on(day);
    if (isTaken && !isLimited) desk.do(EndRole, { workstreamId, roleId });
    day += luck.between(1, 60);
  }
}
