import type { Fold, PartialDate } from '#event-sourcing';
import { type BestPracticeForum, bestPracticeForum, type BestPracticeForumRegistered } from '../best-practice-forum/best-practice-forum.js';
import { type CenbPhase, cenbPhase, type CenbPhaseRegistered } from '../connecting-the-next-billion/cenb-phase.js';
import { type Cycle, cycle, type CycleEvent, type CycleRegistered } from '../cycle/cycle.js';
import type { Preparation } from '../cycle/preparation.js';
import { type DynamicCoalition, dynamicCoalition, type DynamicCoalitionRegistered } from '../dynamic-coalition/dynamic-coalition.js';
import { type IgfInitiative, igfInitiative, type IgfInitiativeRegistered } from '../igf-initiative/igf-initiative.js';
import { type PolicyNetwork, policyNetwork, type PolicyNetworkRegistered } from '../policy-network/policy-network.js';
import { type Held, type RoleEvent, roles } from '../role/role.js';
import { type AliasAdded, type Named, names, type WorkstreamRenamed } from './names.js';

export type WorkstreamRegistered =
  | CycleRegistered
  | BestPracticeForumRegistered
  | DynamicCoalitionRegistered
  | CenbPhaseRegistered
  | IgfInitiativeRegistered
  | PolicyNetworkRegistered;

export type WorkstreamEvent = WorkstreamRegistered | WorkstreamRenamed | AliasAdded | CycleEvent | RoleEvent;

/** What every workstream has, whatever its kind. */
export type Registered = Named &
  Held &
  Readonly<{ workstreamId: string; registered: Readonly<{ effective: PartialDate; factId: string }>; page: string | null }>;

/** A strand of intersessional work, or an id of which nothing but perhaps a name is known yet. */
export type Workstream =
  | (Named & Held & Partial<Preparation> & Readonly<{ kind: 'none' }>)
  | Cycle
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
  'cycle',
] as const satisfies readonly WorkstreamKind[];

/** One stream holds all facts of one workstream. Each kind brings its own; names are alike for all. */
export const workstream: Fold<Workstream, WorkstreamEvent> = {
  category: 'workstream',
  initial: { kind: 'none', names: [], aliases: [], roles: [] },
  on: { ...bestPracticeForum, ...dynamicCoalition, ...cenbPhase, ...igfInitiative, ...policyNetwork, ...cycle, ...roles, ...names },
};
