import {
  AddAlias,
  CloseWorkstream,
  MergeWorkstream,
  PresentWorkstream,
  RegisterBestPracticeForum,
  RenameWorkstream,
  StartScoping,
} from '#workstreams';
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

/** A Best Practice Forum of a cycle: proposed, decided on, scoped, with calls, drafts, a session and an end. */
export function* forum(desk: Desk, cycle: number): Thread {
  const { luck, world } = desk;
  const meeting = annualMeetingOf(cycle);
  const from = meeting - luck.between(225, 255);
  const topic = luck.pick(TOPICS);
  const strand: Strand = { id: desk.id(), kind: 'best-practice-forum', name: `BPF ${topic} ${cycle}`, since: from };
  const series = `BPF ${topic}`;
  yield* desk.on(from);
  const earlier = world.strands.findLast(({ name }) => name.startsWith(`${series} `) && name !== strand.name);
  const isRegistered = desk.do(RegisterBestPracticeForum, {
    workstreamId: strand.id,
    name: strand.name,
    cycle,
    series,
    ...(earlier && earlier.since < from - 200 && { renews: [earlier.id] }),
    ...(luck.some(0.5) && { page: desk.page('bpf') }),
  });
  if (!isRegistered) return;
  world.strands.push(strand);
  if (luck.some(0.25)) desk.aside(from + luck.between(5, 200), (at) => alias(at, strand, `${topic} forum`));
  meet(desk, strand, cycle, 'proposals due');
  if (yield* approved(desk, { workstreamId: strand.id, title: topic, from: from + 3 })) yield* work(desk, strand, cycle);
  else strand.until = desk.day;
}

export function alias(desk: Desk, { id }: Strand, text: string): undefined {
  desk.do(AddAlias, { workstreamId: id, alias: text });
}

function* work(desk: Desk, strand: Strand, cycle: number): Thread {
  const { luck, world } = desk;
  const meeting = annualMeetingOf(cycle);
  const goesOn = (day: Day): boolean => day < Math.min(meeting + 60, strand.until ?? Infinity);
  yield* desk.on(desk.day + luck.between(5, 25));
  desk.do(StartScoping, {
    workstreamId: strand.id,
    scope: 'What works, for whom, and at which cost?',
    ...(luck.some(0.5) && { page: desk.page('scope') }),
  });
  if (luck.some(0.7)) meet(desk, strand, cycle, 'kick-off');
  const start = desk.day;
  for (const role of luck.few(['coordinator', 'facilitator', 'lead expert', 'consultant'] as const, luck.between(2, 3)))
    world.begin(start, place(desk.besides(), strand.id, role, 2, goesOn));
  const rhythm = { workstreamIds: [strand.id], name: strand.name, stated: 'monthly', gap: [18, 42], numbered: 'on' } as const;
  world.begin(
    start,
    series(desk.besides(), rhythm, start + 31, (day) => day < meeting - 5 && goesOn(day)),
  );
  // In 2016 two of the year before became one.
  if (luck.some(cycle === 2016 ? 0.5 : 0.06) && (yield* mergedInto(desk, strand))) return;
  const plan = {
    workstreamIds: [strand.id],
    title: `${strand.name}: call for contributions`,
    purpose: luck.pick(['input', 'survey'] as const),
  };
  const opening = { ...plan, opens: start + luck.between(20, 60), days: luck.between(40, 80), expected: luck.between(8, 40) };
  const call = plannedCall(desk, opening);
  world.begin(opening.opens, callForInput(desk.besides(), opening, call));
  const output = { strand, title: `${strand.name}: output`, kind: 'outcome document', cycle, begins: start + 30, call } as const;
  world.begin(start + 30, paper(desk.besides(), output, desk.id()));
  if (luck.some(0.07)) {
    yield* desk.on(start + luck.between(20, 90));
    desk.do(RenameWorkstream, { workstreamId: strand.id, name: `${strand.name}, second title` });
  }
  if (luck.some(0.6)) {
    yield* desk.on(Math.max(desk.day, meeting - luck.between(15, 30)));
    meet(desk, strand, cycle, 'freeze');
  }
  yield* shown(desk, strand, cycle);
}

/** Whether another forum of the cycle took it in. */
function* mergedInto(desk: Desk, strand: Strand): Generator<number, boolean> {
  yield* desk.on(desk.day + desk.luck.between(15, 60));
  const others = desk.world.going(strand.kind, desk.day).filter(({ id, since }) => id !== strand.id && Math.abs(since - strand.since) < 60);
  if (others.length === 0) return false;
  const isMerged = desk.do(MergeWorkstream, { workstreamId: strand.id, into: desk.luck.pick(others).id });
  if (isMerged) strand.until = desk.day;
  return isMerged;
}

/** The session at the annual meeting, and what comes after: most forums just go on no more, some are closed. */
export function* shown(desk: Desk, strand: Strand, cycle: number): Thread {
  const { luck } = desk;
  const meetingId = yield* session(desk, { cycle, workstreamIds: [strand.id], title: strand.name, session: 'workshop' });
  if (meetingId === undefined) yield* desk.on(annualMeetingOf(cycle) + 1);
  const where = meetingId === undefined ? { session: 'Joint session' } : { meetingId };
  desk.do(PresentWorkstream, { workstreamId: strand.id, ...where });
  yield* desk.on(annualMeetingOf(cycle) + luck.between(75, 150));
  if (luck.some(0.4)) desk.do(CloseWorkstream, { workstreamId: strand.id });
  strand.until = desk.day;
}
