import { Command, type Dated, DomainError, IsId, IsText, IsWebAddress, Optional, type PartialDate } from '#event-sourcing';
import { assertGoesOn } from '../stage/close-workstream.js';
import { foldedBefore, saysNoMore } from '../step.js';
import { assertExists, oneOf, type OfKind } from '../workstream/kinds.js';
import { IsCycle } from '../workstream/register-workstream.js';
import type { Workstream, WorkstreamKind } from '../workstream/workstream.js';
import type { Decision, MagDecisions } from './mag-decisions.js';

/** What the MAG decides about (`DOMAIN.md`, Decisions of the MAG). */
export const DECIDED_KINDS = ['best-practice-forum', 'cenb-phase', 'policy-network', 'working-group'] as const;

export type DecidedWorkstream = OfKind<(typeof DECIDED_KINDS)[number]>;

const WHO_ELSE: Readonly<Record<Exclude<WorkstreamKind, DecidedWorkstream['kind']>, string>> = {
  'dynamic-coalition': 'the Secretariat recognises it',
  'igf-initiative': 'the Secretariat recognises and lists it',
  'coordination-group': 'those whom it coordinates form it',
  cycle: 'it follows from the annual meeting that it prepares',
  body: 'it is no activity that is proposed and approved',
};

/** What comes before the MAG. */
export abstract class MagMatter extends Command {
  @IsId() readonly workstreamId!: string;
  /** The cycle that it is about: needed for what is approved anew for each, a Policy Network or a working group. */
  @Optional() @IsCycle() readonly cycle?: number;
  /** Where the proposal or the charter stands. */
  @Optional() @IsWebAddress() readonly page?: string;
}

/** What the MAG decides. `effective` is the day of the decision, `reason` why. */
export abstract class MagDecision extends MagMatter {
  /** The meeting, in words. */
  @Optional() @IsText(300) readonly decidedIn?: string;
  @Optional() @IsId() readonly meetingId?: string;
}

const isDecided = (workstream: OfKind<WorkstreamKind>): workstream is DecidedWorkstream =>
  (DECIDED_KINDS as readonly WorkstreamKind[]).includes(workstream.kind);

function assertDecided(workstream: Workstream, effective: PartialDate): asserts workstream is DecidedWorkstream {
  assertExists(workstream, effective);
  if (isDecided(workstream)) return;
  const { kind } = workstream;
  throw new DomainError(`The MAG does not decide about ${oneOf(kind)}: ${WHO_ELSE[kind]}.`);
}

/** The cycle that something is about: its own, of a forum or a phase; of what goes on over several, the one that is named. */
export function cycleInQuestion(workstream: DecidedWorkstream, named: number | undefined): number {
  const own = 'cycle' in workstream ? workstream.cycle : undefined;
  if (own !== undefined && named !== undefined && own !== named) {
    throw new DomainError(`This is ${oneOf(workstream.kind)} of the ${own} cycle, not of that of ${named}.`);
  }
  const cycle = own ?? named;
  if (cycle === undefined) throw new DomainError(`Say which cycle it is about: ${oneOf(workstream.kind)} goes on over several.`);
  return cycle;
}

/** What was proposed and decided for one cycle. */
export function matterOf(workstream: DecidedWorkstream, cycle: number): MagDecisions {
  const isAbout = (each: Readonly<{ cycle: number | null }>): boolean => (each.cycle ?? cycle) === cycle;
  return { proposals: workstream.proposals.filter(isAbout), decisions: workstream.decisions.filter(isAbout) };
}

/** What was proposed and decided for the cycle of a command. @throws DomainError when the MAG does not decide about it by then */
export function matterBefore(workstream: Workstream, { cycle, effective }: Dated<Pick<MagMatter, 'cycle'>>): MagDecisions {
  assertDecided(workstream, effective);
  assertGoesOn(workstream, effective);
  return matterOf(workstream, cycleInQuestion(workstream, cycle));
}

/** The decision that holds on a date. Where dates leave the order open, it is the one in which folds take them. */
export const holding = ({ decisions }: MagDecisions, effective: PartialDate): Decision | undefined =>
  decisions.findLast((each) => !foldedBefore({ effective }, each));

/** Whether the MAG has decided so already, in the same words, and nothing has come since that asked for another decision. */
export function isRepeated(outcome: Decision['outcome'], claim: object, matter: MagDecisions, effective: PartialDate): boolean {
  const last = matter.decisions.findLast((each) => each.outcome === outcome);
  if (!last) return false;
  const others = [...matter.proposals, ...matter.decisions.filter((each) => each.outcome !== outcome)];
  const reopened = others.some((each) => foldedBefore(last, each) && !foldedBefore({ effective }, each));
  return !reopened && saysNoMore(claim, last);
}

/** What the MAG did not approve does not go on. */
export function assertNotDeclined(workstream: DecidedWorkstream, cycle: number, effective: PartialDate): void {
  const decision = holding(matterOf(workstream, cycle), effective);
  if (decision?.outcome !== 'not approved') return;
  throw new DomainError(`The MAG did not approve it for the ${cycle} cycle, on ${decision.effective}.`);
}
