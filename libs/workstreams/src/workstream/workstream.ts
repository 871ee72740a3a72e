import type { Fold, PartialDate } from '#event-sourcing';
import { type BestPracticeForum, bestPracticeForum, type BestPracticeForumRegistered } from '../best-practice-forum/best-practice-forum.js';
import { type CenbPhase, cenbPhase, type CenbPhaseRegistered } from '../connecting-the-next-billion/cenb-phase.js';
import type { CoalitionEvent, OfCoalition } from '../dynamic-coalition/coalition-life.js';
import { type DynamicCoalition, dynamicCoalition, type DynamicCoalitionRegistered } from '../dynamic-coalition/dynamic-coalition.js';
import { type IgfInitiative, igfInitiative, type IgfInitiativeRegistered } from '../igf-initiative/igf-initiative.js';
import type { InitiativeEvent, OfInitiative } from '../igf-initiative/initiative-life.js';
import { type PolicyNetwork, policyNetwork, type PolicyNetworkRegistered } from '../policy-network/policy-network.js';
import { type Reporting, type YearlyReportFiled, yearlyReports } from '../yearly-report/yearly-report.js';
import { type AliasAdded, type Named, names, type WorkstreamRenamed } from './names.js';

export type WorkstreamRegistered =
  BestPracticeForumRegistered | DynamicCoalitionRegistered | CenbPhaseRegistered | IgfInitiativeRegistered | PolicyNetworkRegistered;

export type WorkstreamEvent = WorkstreamRegistered | WorkstreamRenamed | AliasAdded | CoalitionEvent | InitiativeEvent | YearlyReportFiled;

/** What every workstream has, whatever its kind. */
export type Registered = Named &
  Readonly<{ workstreamId: string; registered: Readonly<{ effective: PartialDate; factId: string }>; page: string | null }>;

/** What was folded before its registration, which takes it over. */
type BeforeRegistration = Partial<OfCoalition & OfInitiative & Reporting>;

/** A strand of intersessional work, or an id of which no registration is known yet. */
export type Workstream =
  | (Named & BeforeRegistration & Readonly<{ kind: 'none' }>)
  | BestPracticeForum
  | DynamicCoalition
  | CenbPhase
  | IgfInitiative
  | PolicyNetwork;

export type WorkstreamKind = Exclude<Workstream['kind'], 'none'>;

export const WORKSTREAM_KINDS = [
  'best-practice-forum',
  'dynamic-coalition',
  'cenb-phase',
  'igf-initiative',
  'policy-network',
] as const satisfies readonly WorkstreamKind[];

/** One stream holds all facts of one workstream. Each kind brings its own; names are alike for all. */
export const workstream: Fold<Workstream, WorkstreamEvent> = {
  category: 'workstream',
  initial: { kind: 'none', names: [], aliases: [] },
  on: { ...bestPracticeForum, ...dynamicCoalition, ...cenbPhase, ...igfInitiative, ...policyNetwork, ...names, ...yearlyReports },
};
