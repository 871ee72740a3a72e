import { DomainError, type Evolve, type Fact, type PartialDate } from '#event-sourcing';
import { assertExists } from '../workstream/kinds.js';
import { occasionOf, surelyBefore } from '../workstream/occasion.js';
import type { Step } from '../step.js';
import type { Workstream } from '../workstream/workstream.js';
import type { InitiativeMeeting, AnnualMeetingHeld } from './hold-annual-meeting.js';
import type { AnnualMeetingPlan, AnnualMeetingScheduled } from './schedule-annual-meeting.js';
import type { Attestation, InitiativeAttested } from './mention-initiative.js';
import type { InitiativeDelisted, InitiativeListed, InitiativeListing } from './list-initiative.js';
import type { InitiativeDormant, InitiativeRejuvenated } from './dormancy.js';
import type { InitiativeForming, InitiativeFounded, InitiativeRecognised } from './found-and-recognise.js';
import type { OrganisingTeam, OrganisingTeamNamed } from './name-organising-team.js';
import type { InitiativeReclassified, Reclassification } from './reclassify-initiative.js';
import { reclassified } from './classification.js';
import type { PrinciplesAffirmation, PrinciplesAffirmed } from './affirm-principles.js';

/** What happens to an IGF initiative, beside its registration. */
export type InitiativeEvent =
  | InitiativeForming
  | InitiativeFounded
  | AnnualMeetingScheduled
  | AnnualMeetingHeld
  | InitiativeRecognised
  | InitiativeListed
  | InitiativeDelisted
  | PrinciplesAffirmed
  | OrganisingTeamNamed
  | InitiativeDormant
  | InitiativeRejuvenated
  | InitiativeAttested
  | InitiativeReclassified;

/** An initiative goes to sleep, or wakes up. */
export type InitiativeTurn = Step & Readonly<{ to: 'dormant' | 'rejuvenated' }>;

/**
 * What happened to an IGF initiative, each in order. Founded, first meeting held, recognised and listed are four dates, and
 * none follows from another (`DOMAIN.md`, Four dates).
 */
export type InitiativeLife = Readonly<{
  forming: readonly Step[];
  founded: readonly Step[];
  recognised: readonly Step[];
  listings: readonly InitiativeListing[];
  meetingsScheduled: readonly AnnualMeetingPlan[];
  meetingsHeld: readonly InitiativeMeeting[];
  principlesAffirmed: readonly PrinciplesAffirmation[];
  organisingTeams: readonly OrganisingTeam[];
  turns: readonly InitiativeTurn[];
  attestations: readonly Attestation[];
  reclassifications: readonly Reclassification[];
}>;

export type OfInitiative = Readonly<{ initiative: InitiativeLife }>;

const NOTHING_YET: InitiativeLife = {
  forming: [],
  founded: [],
  recognised: [],
  listings: [],
  meetingsScheduled: [],
  meetingsHeld: [],
  principlesAffirmed: [],
  organisingTeams: [],
  turns: [],
  attestations: [],
  reclassifications: [],
};

type MayBeInitiative = Extract<Workstream, Partial<OfInitiative>>;

const mayBeInitiative = (workstream: Workstream): workstream is MayBeInitiative =>
  workstream.kind === 'none' || workstream.kind === 'igf-initiative';

/** What happened to an initiative, that among it that was folded before its registration. */
export const initiativeIn = (workstream: Workstream): InitiativeLife =>
  (mayBeInitiative(workstream) ? workstream.initiative : undefined) ?? NOTHING_YET;

function after(workstream: Workstream, change: (life: InitiativeLife) => Partial<InitiativeLife>): Workstream {
  if (!mayBeInitiative(workstream)) return workstream;
  const life = initiativeIn(workstream);
  return { ...workstream, initiative: { ...life, ...change(life) } };
}

function becameAnother(before: Workstream, fact: Fact<InitiativeReclassified>): Workstream {
  const known = after(before, ({ reclassifications }) => ({ reclassifications: [...reclassifications, occasionOf(fact)] }));
  return known.kind === 'igf-initiative' ? reclassified(known, fact.data) : known;
}

export const initiativeLife: Evolve<Workstream, InitiativeEvent> = {
  InitiativeForming: (before, fact) => after(before, ({ forming }) => ({ forming: [...forming, occasionOf(fact)] })),
  InitiativeFounded: (before, fact) => after(before, ({ founded }) => ({ founded: [...founded, occasionOf(fact)] })),
  AnnualMeetingScheduled: (before, fact) =>
    after(before, ({ meetingsScheduled }) => ({ meetingsScheduled: [...meetingsScheduled, occasionOf(fact)] })),
  AnnualMeetingHeld: (before, fact) => after(before, ({ meetingsHeld }) => ({ meetingsHeld: [...meetingsHeld, occasionOf(fact)] })),
  InitiativeRecognised: (before, fact) => after(before, ({ recognised }) => ({ recognised: [...recognised, occasionOf(fact)] })),
  InitiativeListed: (before, fact) => after(before, ({ listings }) => ({ listings: [...listings, { ...occasionOf(fact), to: 'listed' }] })),
  InitiativeDelisted: (before, fact) =>
    after(before, ({ listings }) => ({ listings: [...listings, { ...occasionOf(fact), to: 'delisted' }] })),
  PrinciplesAffirmed: (before, fact) =>
    after(before, ({ principlesAffirmed }) => ({ principlesAffirmed: [...principlesAffirmed, occasionOf(fact)] })),
  OrganisingTeamNamed: (before, fact) =>
    after(before, ({ organisingTeams }) => ({ organisingTeams: [...organisingTeams, occasionOf(fact)] })),
  InitiativeDormant: (before, fact) => after(before, ({ turns }) => ({ turns: [...turns, { ...occasionOf(fact), to: 'dormant' }] })),
  InitiativeRejuvenated: (before, fact) =>
    after(before, ({ turns }) => ({ turns: [...turns, { ...occasionOf(fact), to: 'rejuvenated' }] })),
  InitiativeAttested: (before, fact) => after(before, ({ attestations }) => ({ attestations: [...attestations, occasionOf(fact)] })),
  InitiativeReclassified: becameAnother,
};

/**
 * What is known of an initiative by the date of a command.
 * @throws DomainError when the workstream is none
 */
export function initiativeBy(effective: PartialDate, workstream: Workstream): InitiativeLife {
  assertExists(workstream, effective);
  if (workstream.kind !== 'igf-initiative') throw new DomainError('This workstream is no IGF initiative.');
  return workstream.initiative;
}

/** @throws DomainError when what happens once surely happened before */
export function assertNotBefore(done: readonly Step[], effective: PartialDate, what: string): void {
  const before = done.find((occasion) => surelyBefore(occasion.effective, effective));
  if (before)
    throw new DomainError(`The initiative is recorded as ${what} on ${before.effective}. If that is wrong, amend the fact that says so.`);
}
