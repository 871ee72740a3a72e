import { AdoptFramework, CENB_PHASES, RegisterCenbPhase, SetFocusGoals } from '#workstreams';
import type { Thread } from './agenda.js';
import { approved } from './approvals.js';
import { callForInput, plannedCall } from './calls.js';
import { annualMeetingOf } from './days.js';
import type { Desk } from './desk.js';
import { shown } from './forums.js';
import { paper } from './papers.js';
import type { Strand } from './world.js';

/** The phases of Connecting and Enabling the Next Billion(s), by cycle: there were four, of a year each. */
export const PHASE_CYCLES = new Map(CENB_PHASES.map((phase, index) => [2015 + index, phase]));

export function* phase(desk: Desk, cycle: number): Thread {
  const { luck, world } = desk;
  const number = PHASE_CYCLES.get(cycle)!;
  const meeting = annualMeetingOf(cycle);
  const from = meeting - 250;
  const strand: Strand = { id: desk.id(), kind: 'cenb-phase', name: `CENB Phase ${number}`, since: from };
  yield* desk.on(from);
  desk.do(RegisterCenbPhase, { workstreamId: strand.id, name: strand.name, phase: number, cycle, page: desk.page('cenb') });
  world.strands.push(strand);
  if (!(yield* approved(desk, { workstreamId: strand.id, title: strand.name, from: from + 3 }))) return;
  yield* desk.on(desk.day + 20);
  desk.do(AdoptFramework, { workstreamId: strand.id, title: `Framework of ${strand.name}`, page: desk.page('framework') });
  desk.do(SetFocusGoals, { workstreamId: strand.id, focusSdgs: [4, 5, 7, 9] });
  const opening = {
    ...{ workstreamIds: [strand.id], title: `${strand.name}: call for public input`, purpose: 'input' as const },
    ...{ opens: desk.day + 14, days: 70, expected: luck.between(50, 90) },
  };
  const call = plannedCall(desk, opening);
  world.begin(opening.opens, callForInput(desk.besides(), opening, call));
  const output = { strand, title: `${strand.name}: policy options`, kind: 'outcome document', cycle, begins: desk.day, call } as const;
  world.begin(desk.day, paper(desk.besides(), output, desk.id()));
  yield* desk.on(desk.day + 60);
  if (luck.some(0.5)) desk.do(SetFocusGoals, { workstreamId: strand.id, focusSdgs: [4, 5, 9] });
  yield* shown(desk, strand, cycle);
}
