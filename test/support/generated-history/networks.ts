import { CloseWorkstream, PresentWorkstream, RegisterPolicyNetwork, RegisterWorkingGroup } from '#workstreams';
import type { Thread } from './agenda.js';
import { approved } from './approvals.js';
import { callForInput, plannedCall } from './calls.js';
import { annualMeetingOf, type Day } from './days.js';
import type { Desk } from './desk.js';
import { series } from './meetings.js';
import { meet } from './milestones.js';
import { paper } from './papers.js';
import { place } from './people.js';
import { session } from './sessions.js';
import { TOPICS } from './words.js';
import type { Strand } from './world.js';

/** How many days before the annual meeting the MAG is asked for a cycle. */
const ASKED = 225;

/** A Policy Network: approved anew for each cycle, with expert calls, a call, a report and a session, for some cycles. */
export function* policyNetwork(desk: Desk, cycle: number): Thread {
  const { luck, world } = desk;
  const topic = luck.pick(TOPICS);
  const from = annualMeetingOf(cycle) - ASKED - 10;
  const strand: Strand = { id: desk.id(), kind: 'policy-network', name: `Policy Network on ${topic}`, since: from };
  yield* desk.on(from);
  desk.do(RegisterPolicyNetwork, { workstreamId: strand.id, name: strand.name, abbreviation: `PN-${topic.slice(0, 3)}` });
  world.strands.push(strand);
  const goesOn = (day: Day): boolean => day < (strand.until ?? Infinity);
  world.begin(from, place(desk.besides(), strand.id, 'lead expert', 2, goesOn));
  const rhythm = { workstreamIds: [strand.id], name: strand.name, stated: 'monthly', gap: [24, 45], numbered: 'on' } as const;
  world.begin(from, series(desk.besides(), rhythm, from + 45, goesOn));
  let report: string | undefined;
  for (let each = cycle, last = cycle + luck.between(1, 5); each <= last; each++) {
    const isApproved = yield* approved(desk, {
      workstreamId: strand.id,
      title: strand.name,
      cycle: each,
      from: annualMeetingOf(each) - ASKED,
    });
    if (isApproved) report = yield* cycleOf(desk, strand, each, report);
    else yield* desk.on(annualMeetingOf(each));
  }
  yield* ended(desk, strand);
}

function* cycleOf(desk: Desk, strand: Strand, cycle: number, before: string | undefined): Generator<number, string> {
  const { luck, world, day } = desk;
  meet(desk, strand, cycle, 'kick-off');
  const opening = {
    ...{ workstreamIds: [strand.id], title: `${strand.name}: call for input ${cycle}`, purpose: 'input' as const },
    ...{ opens: day + 30, days: luck.between(30, 70), expected: luck.between(8, 30) },
  };
  const call = plannedCall(desk, opening);
  world.begin(opening.opens, callForInput(desk.besides(), opening, call));
  const paperId = desk.id();
  const report = {
    strand,
    title: `${strand.name}: report ${cycle}`,
    kind: 'outcome document',
    cycle,
    begins: day + 20,
    call,
    supersedes: before,
  } as const;
  world.begin(day + 20, paper(desk.besides(), report, paperId));
  const meetingId = yield* session(desk, { cycle, workstreamIds: [strand.id], title: strand.name, session: 'main' });
  if (meetingId !== undefined) desk.do(PresentWorkstream, { workstreamId: strand.id, cycle, meetingId });
  return paperId;
}

/** A working group of the MAG, which approves it anew for each cycle. */
export function* workingGroup(desk: Desk, cycle: number): Thread {
  const { luck, world } = desk;
  const subject = luck.pick(['Work Programme', 'Workshop Review', 'Outreach', 'Session Formats', 'Improvements', 'Strategy'] as const);
  const from = annualMeetingOf(cycle) - ASKED - 10;
  const strand: Strand = { id: desk.id(), kind: 'working-group', name: `MAG Working Group on ${subject}`, since: from };
  yield* desk.on(from);
  desk.do(RegisterWorkingGroup, { workstreamId: strand.id, name: strand.name, abbreviation: `WG-${subject.slice(0, 3).toUpperCase()}` });
  world.strands.push(strand);
  const goesOn = (day: Day): boolean => day < (strand.until ?? Infinity);
  world.begin(from, place(desk.besides(), strand.id, 'co-chair', 1, goesOn));
  const rhythm = { workstreamIds: [strand.id], name: strand.name, stated: 'fortnightly', gap: [20, 60], numbered: 'by year' } as const;
  world.begin(from, series(desk.besides(), rhythm, from + 45, goesOn));
  for (let each = cycle, last = cycle + luck.between(0, 3); each <= last; each++) {
    yield* approved(desk, { workstreamId: strand.id, title: strand.name, cycle: each, from: annualMeetingOf(each) - ASKED });
    yield* desk.on(annualMeetingOf(each) + 10);
  }
  yield* ended(desk, strand);
}

function* ended(desk: Desk, strand: Strand): Thread {
  yield* desk.on(desk.day + desk.luck.between(60, 160));
  strand.until = desk.day;
  if (desk.luck.some(0.7)) desk.do(CloseWorkstream, { workstreamId: strand.id });
}
