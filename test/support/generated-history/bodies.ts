import { LogMeeting, RegisterBody, RegisterCoordinationGroup } from '#workstreams';
import type { Thread } from './agenda.js';
import { annualMeetingOf, cycleOn, dateOf, type Day, dayOf } from './days.js';
import type { Desk } from './desk.js';
import { series } from './meetings.js';
import { outcomes } from './outcomes.js';
import { place } from './people.js';
import { session } from './sessions.js';
import { roman } from './words.js';
import type { Strand } from './world.js';

const always = (): boolean => true;

/** So many days in a history of full breadth; more where there is less room. */
const rarely = ({ world }: Desk, days: number): number => Math.round(days / world.breadth);

/** The Multistakeholder Advisory Group: three times a year around a table, else by telephone. */
export function* mag(desk: Desk): Thread {
  const { luck, world } = desk;
  const workstreamId = desk.id();
  yield* desk.on(dayOf('2006-01-20'));
  desk.do(RegisterBody, { workstreamId, name: 'Multistakeholder Advisory Group', abbreviation: 'MAG' });
  world.strands.push({ id: workstreamId, kind: 'body', name: 'MAG', since: desk.day });
  world.begin(desk.day, place(desk.besides(), workstreamId, 'chair', 2, always));
  for (let number = 1; ; number++) {
    const day = desk.day + rarely(desk, luck.between(25, 75));
    const isVirtual = number % 3 !== 0;
    yield* desk.on(day);
    const meetingId = desk.id();
    const kind = isVirtual ? 'virtual' : 'in-person';
    const title = isVirtual ? `MAG virtual meeting ${roman(number)}` : 'MAG meeting in Geneva';
    const about = { meetingId, workstreamIds: [workstreamId], title, kind, cycle: cycleOn(day) } as const;
    if (!desk.do(LogMeeting, { ...about, ...(!isVirtual && { endsOn: dateOf(day + 2), place: 'Geneva' }) })) continue;
    world.magMeetings.push({ id: meetingId, since: day });
    world.begin(day, outcomes(desk.besides(), about));
  }
}

/** A gathering out of the ordinary: once, with what it led to. */
export function* retreat(desk: Desk): Thread {
  yield* desk.on(dayOf('2016-06-01'));
  const workstreamId = desk.id();
  desk.do(RegisterBody, { workstreamId, name: 'IGF retreat' });
  yield* desk.on(dayOf('2016-07-14'));
  const about = { meetingId: desk.id(), workstreamIds: [workstreamId], title: 'IGF retreat', kind: 'in-person' } as const;
  desk.do(LogMeeting, { ...about, informal: true, endsOn: dateOf(desk.day + 2) });
  yield* outcomes(desk, about);
}

type Group = Readonly<{
  name: string;
  abbreviation: string;
  coordinates: 'dynamic-coalition' | 'igf-initiative';
  from: Day;
  stated: 'monthly' | 'fortnightly';
}>;

export const GROUPS: readonly Group[] = [
  {
    name: 'Dynamic Coalitions Coordination Group',
    abbreviation: 'DCCG',
    coordinates: 'dynamic-coalition',
    from: dayOf('2015-12-01'),
    stated: 'monthly',
  },
  // "Fortnightly", as is said again and again; what is observed is about a month.
  {
    name: 'Network of IGF initiatives',
    abbreviation: 'NRIs',
    coordinates: 'igf-initiative',
    from: dayOf('2013-01-15'),
    stated: 'fortnightly',
  },
];

/** Those who coordinate the workstreams of one kind: calls all the year, and sessions together at each annual meeting. */
export function* coordinationGroup(desk: Desk, { from, stated, ...group }: Group): Thread {
  const { luck, world } = desk;
  const strand: Strand = { id: desk.id(), kind: 'coordination-group', name: group.name, since: from };
  yield* desk.on(from);
  desk.do(RegisterCoordinationGroup, { workstreamId: strand.id, ...group });
  world.strands.push(strand);
  for (const role of ['co-facilitator', 'liaison', 'focal point'] as const)
    world.begin(from, place(desk.besides(), strand.id, role, 3, always));
  const rhythm = {
    workstreamIds: [strand.id],
    name: group.abbreviation,
    stated,
    gap: [rarely(desk, 24), rarely(desk, 41)],
    numbered: stated === 'monthly' ? 'on' : 'by year',
  } as const;
  world.begin(from, series(desk.besides(), rhythm, from + 40, always));
  for (let cycle = cycleOn(from); ; cycle++) {
    const members = () => world.going(group.coordinates, annualMeetingOf(cycle)).map(({ id }) => id);
    const about = { cycle, workstreamIds: [strand.id], participantIds: () => luck.few(members(), 40) };
    const title = `${group.abbreviation}: coordination session ${cycle}`;
    const main = { ...about, title: `${group.abbreviation}: main session ${cycle}`, session: luck.pick(['main', 'joint'] as const) };
    world.begin(annualMeetingOf(cycle) - 70, alone(desk.besides(), main));
    world.begin(
      annualMeetingOf(cycle) - 69,
      alone(desk.besides(), { ...about, title: `Collaborative session ${cycle}`, session: 'collaborative' }),
    );
    yield* session(desk, { ...about, title, session: 'coordination' });
    yield* desk.on(annualMeetingOf(cycle) + 5);
  }
}

function* alone(desk: Desk, plan: Parameters<typeof session>[1]): Thread {
  yield* session(desk, plan);
}
