import { DomainError, type Evolve, type PartialDate } from '#event-sourcing';
import { assertExists } from '../workstream/kinds.js';
import { occasionOf, surelyBefore } from '../workstream/occasion.js';
import type { Step } from '../step.js';
import type { Workstream } from '../workstream/workstream.js';
import type { CommonStandardsAdopted, StandardsAdoption } from './adopt-common-standards.js';
import type { StandardsCheck, StandardsChecked } from './check-standards.js';
import type { CoalitionExploring } from './begin-exploring.js';
import type { CoalitionListed, CoalitionListing, CoalitionOmitted } from './list-coalition.js';
import type { CoalitionProposal, CoalitionProposed } from './propose-coalition.js';
import type { CoalitionRecognised } from './recognise-coalition.js';
import type { CoalitionDeclaredInactive, CoalitionRecommitted } from './inactivity.js';
import type { CoalitionSucceeded, CoalitionSuccession } from './succeed-coalition.js';

/** What happens to a Dynamic Coalition, beside its registration. */
export type CoalitionEvent =
  | CoalitionExploring
  | CoalitionProposed
  | CoalitionRecognised
  | CommonStandardsAdopted
  | StandardsChecked
  | CoalitionDeclaredInactive
  | CoalitionRecommitted
  | CoalitionSucceeded
  | CoalitionListed
  | CoalitionOmitted;

/** A decision about a coalition, a source's word that it is inactive, or its own word that it is active again. */
export type CoalitionTurn = Step & Readonly<{ to: 'recognised' | 'inactive' | 'recommitted'; cycle?: number }>;

/**
 * What happened, each in order (`DOMAIN.md`, What happens to a Dynamic Coalition). Whether a coalition is active is a verdict
 * upon this.
 */
export type CoalitionLife = Readonly<{
  exploring: readonly Step[];
  proposals: readonly CoalitionProposal[];
  turns: readonly CoalitionTurn[];
  standardsAdopted: readonly StandardsAdoption[];
  standardsChecks: readonly StandardsCheck[];
  successions: readonly CoalitionSuccession[];
  /** What lists of some date show. */
  listings: readonly CoalitionListing[];
}>;

export type OfCoalition = Readonly<{ coalition: CoalitionLife }>;

const NOTHING_YET: CoalitionLife = {
  exploring: [],
  proposals: [],
  turns: [],
  standardsAdopted: [],
  standardsChecks: [],
  successions: [],
  listings: [],
};

type MayBeCoalition = Extract<Workstream, Partial<OfCoalition>>;

const mayBeCoalition = (workstream: Workstream): workstream is MayBeCoalition =>
  workstream.kind === 'none' || workstream.kind === 'dynamic-coalition';

/** What happened to a coalition, that among it that was folded before its registration. */
export const coalitionIn = (workstream: Workstream): CoalitionLife =>
  (mayBeCoalition(workstream) ? workstream.coalition : undefined) ?? NOTHING_YET;

function after(workstream: Workstream, change: (life: CoalitionLife) => Partial<CoalitionLife>): Workstream {
  if (!mayBeCoalition(workstream)) return workstream;
  const life = coalitionIn(workstream);
  return { ...workstream, coalition: { ...life, ...change(life) } };
}

export const coalitionLife: Evolve<Workstream, CoalitionEvent> = {
  CoalitionExploring: (before, fact) => after(before, ({ exploring }) => ({ exploring: [...exploring, occasionOf(fact)] })),
  CoalitionProposed: (before, fact) => after(before, ({ proposals }) => ({ proposals: [...proposals, occasionOf(fact)] })),
  CoalitionRecognised: (before, fact) => after(before, ({ turns }) => ({ turns: [...turns, { ...occasionOf(fact), to: 'recognised' }] })),
  CommonStandardsAdopted: (before, fact) =>
    after(before, ({ standardsAdopted }) => ({ standardsAdopted: [...standardsAdopted, occasionOf(fact)] })),
  StandardsChecked: (before, fact) => after(before, ({ standardsChecks }) => ({ standardsChecks: [...standardsChecks, occasionOf(fact)] })),
  CoalitionDeclaredInactive: (before, fact) =>
    after(before, ({ turns }) => ({ turns: [...turns, { ...occasionOf(fact), to: 'inactive' }] })),
  CoalitionRecommitted: (before, fact) => after(before, ({ turns }) => ({ turns: [...turns, { ...occasionOf(fact), to: 'recommitted' }] })),
  CoalitionSucceeded: (before, fact) => after(before, ({ successions }) => ({ successions: [...successions, occasionOf(fact)] })),
  CoalitionListed: (before, fact) => after(before, ({ listings }) => ({ listings: [...listings, occasionOf(fact)] })),
  CoalitionOmitted: (before, fact) =>
    after(before, ({ listings }) => ({ listings: [...listings, { ...occasionOf(fact), as: 'omitted' }] })),
};

/**
 * What is known of a coalition by the date of a command.
 * @throws DomainError when the workstream is none
 */
export function coalitionBy(effective: PartialDate, workstream: Workstream): CoalitionLife {
  assertExists(workstream, effective);
  if (workstream.kind !== 'dynamic-coalition') throw new DomainError('This workstream is no Dynamic Coalition.');
  return workstream.coalition;
}

/** The same for what only a coalition does that goes on: one that another has succeeded does not. */
export function livingCoalitionBy(effective: PartialDate, workstream: Workstream): CoalitionLife {
  const life = coalitionBy(effective, workstream);
  const ended = life.successions.find((succession) => surelyBefore(succession.effective, effective));
  if (ended) throw new DomainError(`Another coalition succeeded this one on ${ended.effective}.`);
  return life;
}

/** @throws DomainError when the coalition surely was recognised before, or had recommitted, and nothing has ended that */
export function assertNotGoingOn({ turns }: CoalitionLife, effective: PartialDate): void {
  const last = turns.at(-1);
  if (!last || last.to === 'inactive' || !surelyBefore(last.effective, effective)) return;
  throw new DomainError(`The coalition is recorded as ${last.to} on ${last.effective}. If that is wrong, amend the fact that says so.`);
}
