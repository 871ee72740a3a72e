import { DescribeAnnualMeeting, RegisterCycle } from '#workstreams';
import type { Thread } from './agenda.js';
import { callForInput, plannedCall } from './calls.js';
import { annualMeetingOf, dateOf, dayOf, FIRST_CYCLE } from './days.js';
import type { Desk } from './desk.js';
import { figures } from './figures.js';
import { meet, planned } from './milestones.js';
import { paper } from './papers.js';
import { PHASE_CYCLES, phase } from './phases.js';
import { newcomers } from './population.js';
import { reports } from './reports.js';
import { CITIES, PLACES } from './words.js';
import type { Strand } from './world.js';

const THEMES = [
  'for Development',
  'for All',
  'for Inclusive Growth',
  'for Trust',
  'for the Next Billion',
  'for Shared Digital Futures',
] as const;

/** The preparation of one annual meeting after the other, without end; each brings its own workstreams. */
export function* cycles(desk: Desk): Thread {
  const { world } = desk;
  for (let cycle = FIRST_CYCLE; ; cycle++) {
    const begins = cycle === FIRST_CYCLE ? dayOf('2006-01-10') : annualMeetingOf(cycle - 1) + 25;
    yield* desk.on(begins);
    const strand: Strand = { id: desk.id(), kind: 'cycle', name: `IGF ${cycle}`, since: begins };
    desk.do(RegisterCycle, { workstreamId: strand.id, name: strand.name, number: cycle - FIRST_CYCLE + 1, cycle });
    world.strands.push(strand);
    world.begin(begins, preparation(desk.besides(), strand, cycle));
    newcomers(desk, cycle);
    if (PHASE_CYCLES.has(cycle)) world.begin(annualMeetingOf(cycle) - 250, phase(desk.besides(), cycle));
  }
}

function* preparation(desk: Desk, strand: Strand, cycle: number): Thread {
  const { luck, world } = desk;
  const meeting = annualMeetingOf(cycle);
  const begins = desk.day;
  const opening = {
    ...{ workstreamIds: [strand.id], title: `Taking stock before IGF ${cycle}`, purpose: 'stocktaking' as const },
    ...{ opens: begins + 5, days: luck.between(30, 50), expected: Math.ceil(luck.between(12, 30) * world.breadth) },
  };
  const call = plannedCall(desk, opening);
  world.begin(opening.opens, callForInput(desk.besides(), opening, call));
  yield* described(desk, strand, cycle);
  world.plans.set(cycle, planned(desk, cycle, strand.id));
  for (const kind of ['synthesis', "chair's summary", 'messages', 'CSTD input'] as const) {
    const begun = kind === 'synthesis' ? desk.day + 30 : meeting - luck.between(20, 60);
    if (luck.some(0.8 * world.breadth))
      world.begin(begun, paper(desk.besides(), { strand, title: `IGF ${cycle}: ${kind}`, kind, cycle, begins: begun, call }, desk.id()));
  }
  world.begin(meeting + 2, figures(desk.besides(), strand, cycle));
  world.begin(meeting + 1, reports(desk.besides(), strand, cycle));
  yield* desk.on(Math.max(desk.day, meeting - luck.between(15, 30)));
  meet(desk, strand, cycle, 'freeze');
}

/** A theme, a host and dates, said one after the other and not always the same. */
function* described(desk: Desk, { id: workstreamId }: Strand, cycle: number): Thread {
  const { luck } = desk;
  const meeting = annualMeetingOf(cycle);
  const [city, country] = [luck.pick(CITIES), luck.pick(PLACES)];
  yield* desk.on(desk.day + luck.between(10, 30));
  desk.do(DescribeAnnualMeeting, { workstreamId, city, country, startsOn: dateOf(meeting).slice(0, 7) });
  yield* desk.on(desk.day + luck.between(5, 30));
  desk.do(DescribeAnnualMeeting, {
    workstreamId,
    theme: `Internet Governance ${luck.pick(THEMES)}`,
    startsOn: dateOf(meeting),
    endsOn: dateOf(meeting + 3),
  });
  if (luck.some(0.5)) desk.do(DescribeAnnualMeeting, { workstreamId, dayZeroOn: dateOf(meeting - 1), virtual: cycle === 2020 });
  if (luck.some(0.2)) desk.aside(desk.day + luck.between(20, 60), (at) => renamed(at, workstreamId));
}

function renamed(desk: Desk, workstreamId: string): undefined {
  desk.do(DescribeAnnualMeeting, { workstreamId, city: desk.luck.pick(CITIES) });
}
