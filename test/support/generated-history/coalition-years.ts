import {
  CheckStandards,
  COMMON_STANDARDS,
  DeclareInactive,
  FileYearlyReport,
  ListCoalition,
  OmitFromList,
  Recommit,
  RenameWorkstream,
  SucceedCoalition,
} from '#workstreams';
import type { Thread } from './agenda.js';
import { callForInput, plannedCall } from './calls.js';
import { annualMeetingOf, cycleOn, dateOf } from './days.js';
import type { Desk } from './desk.js';
import { paper } from './papers.js';
import { session } from './sessions.js';
import type { Strand } from './world.js';

/** Year by year until it ends: what it owes, what it publishes, how it is listed, whether it falls asleep. */
export function* coalitionYears(desk: Desk, strand: Strand): Thread {
  const { luck } = desk;
  let before: string | undefined;
  for (let cycle = cycleOn(desk.day + 60); ; cycle++) {
    before = yield* year(desk, strand, cycle, before);
    if (luck.some(0.035) && succeeded(desk, strand)) return;
    if (luck.some(0.08) && (yield* slept(desk, strand))) return;
  }
}

/** The id of the paper of that year, or of the last year that had one. */
function* year(desk: Desk, strand: Strand, cycle: number, before: string | undefined): Generator<number, string | undefined> {
  const { luck } = desk;
  const meeting = annualMeetingOf(cycle);
  const workstreamId = strand.id;
  yield* desk.on(Math.max(desk.day, annualMeetingOf(cycle - 1) + 40) + luck.between(0, 20));
  if (luck.some(0.05)) desk.do(RenameWorkstream, { workstreamId, name: `${strand.name} (${cycle})` });
  const paperId = luck.some(0.45) ? published(desk, strand, cycle, before) : before;
  seen(desk, strand, cycle);
  if (luck.some(0.75)) {
    yield* session(desk, { cycle, workstreamIds: [workstreamId], title: strand.name, session: luck.pick(['workshop', 'other'] as const) });
  }
  yield* desk.on(meeting + 5);
  if (luck.some(0.75)) desk.aside(meeting + luck.between(5, 120), (at) => reported(at, workstreamId, cycle));
  return paperId;
}

/** The paper of a cycle, and now and then a call for it. */
function published(desk: Desk, strand: Strand, cycle: number, supersedes: string | undefined): string {
  const { luck, world, day } = desk;
  const paperId = desk.id();
  const call = luck.some(0.4) ? { call: callOf(desk, strand, cycle) } : {};
  const plan = {
    strand,
    title: `${strand.name}: paper of ${cycle}`,
    kind: 'substantive paper',
    cycle,
    begins: day,
    ...call,
    supersedes,
  } as const;
  world.begin(day, paper(desk.besides(), plan, paperId));
  return paperId;
}

/** What others see of it in a cycle: lists, and checks whether it keeps the standards. */
function seen(desk: Desk, { id }: Strand, cycle: number): void {
  const { luck } = desk;
  const meeting = annualMeetingOf(cycle);
  if (luck.some(0.5)) desk.aside(meeting - luck.between(10, 150), (at) => listed(at, id, cycle));
  if (cycle % 5 === 2 || luck.some(0.05)) desk.aside(meeting - luck.between(100, 240), (at) => checked(at, id));
}

function callOf(desk: Desk, strand: Strand, cycle: number) {
  const { luck, world, day } = desk;
  const plan = { workstreamIds: [strand.id], title: `${strand.name}: call for views ${cycle}`, purpose: 'input' as const };
  const opening = { ...plan, opens: day + 15, days: luck.between(30, 60), expected: luck.between(5, 20) };
  const call = plannedCall(desk, opening);
  world.begin(opening.opens, callForInput(desk.besides(), opening, call));
  return call;
}

function reported(desk: Desk, workstreamId: string, year: number): undefined {
  const { luck } = desk;
  const kind = luck.some(0.8) ? 'report' : 'paper';
  desk.do(FileYearlyReport, { workstreamId, year, kind, ...(luck.some(0.7) && { page: desk.page('report') }) });
}

function listed(desk: Desk, workstreamId: string, cycle: number): undefined {
  const { luck } = desk;
  const list = `coalitions page ${cycle}`;
  if (luck.some(0.1)) desk.do(OmitFromList, { workstreamId, list });
  else desk.do(ListCoalition, { workstreamId, list, as: luck.pick(['active', 'active', 'listed', 'inactive'] as const) });
}

function checked(desk: Desk, workstreamId: string): undefined {
  const { luck } = desk;
  const results = COMMON_STANDARDS.map((standard) => ({ standard, met: luck.some(0.6) }));
  const isBroken = results.some(({ met }) => !met);
  desk.do(CheckStandards, { workstreamId, results, ...(isBroken && { toBeFixedBy: dateOf(desk.day + 90) }) });
}

/** Whether another coalition took its place. */
function succeeded(desk: Desk, strand: Strand): boolean {
  const others = desk.world.going(strand.kind, desk.day).filter(({ id }) => id !== strand.id);
  if (others.length === 0) return false;
  const isSucceeded = desk.do(SucceedCoalition, { workstreamId: strand.id, succeededBy: desk.luck.pick(others).id });
  if (isSucceeded) strand.until = desk.day;
  return isSucceeded;
}

/** Falls asleep. Whether it does so for good: others recommit, months or years later. */
function* slept(desk: Desk, strand: Strand): Generator<number, boolean> {
  const { luck } = desk;
  desk.do(DeclareInactive, { workstreamId: strand.id }, desk.roughly());
  if (luck.some(0.4)) {
    strand.until = desk.day;
    return true;
  }
  yield* desk.on(desk.day + luck.between(150, 900));
  desk.do(Recommit, { workstreamId: strand.id, cycle: cycleOn(desk.day) });
  return false;
}
