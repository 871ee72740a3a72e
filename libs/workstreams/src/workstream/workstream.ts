import type { Fold, PartialDate } from '#event-sourcing';
import { type BestPracticeForum, bestPracticeForum, type BestPracticeForumRegistered } from '../best-practice-forum/best-practice-forum.js';
import { type Mergeable, merging, notMerged, type WorkstreamMerged } from '../best-practice-forum/merge-workstream.js';
import { notScoped, type Scoped, scoping, type ScopingStarted } from '../best-practice-forum/start-scoping.js';
import { type Body, body, type BodyRegistered } from '../body/body.js';
import { type Framed, type FrameworkAdopted, framing, notFramed } from '../connecting-the-next-billion/adopt-framework.js';
import { type CenbPhase, cenbPhase, type CenbPhaseRegistered } from '../connecting-the-next-billion/cenb-phase.js';
import { type FocusGoalsSet, type Focused, focusing, notFocused } from '../connecting-the-next-billion/set-focus-goals.js';
import { type CoordinationGroup, coordinationGroup, type CoordinationGroupRegistered } from '../coordination-group/coordination-group.js';
import { type Cycle, cycle, type CycleEvent, type CycleRegistered } from '../cycle/cycle.js';
import type { Preparation } from '../cycle/preparation.js';
import type { CoalitionEvent, OfCoalition } from '../dynamic-coalition/coalition-life.js';
import { type DynamicCoalition, dynamicCoalition, type DynamicCoalitionRegistered } from '../dynamic-coalition/dynamic-coalition.js';
import { type IgfInitiative, igfInitiative, type IgfInitiativeRegistered } from '../igf-initiative/igf-initiative.js';
import type { InitiativeEvent, OfInitiative } from '../igf-initiative/initiative-life.js';
import { type MagDecisionEvent, type MagDecisions, magDecisions, undecided } from '../mag-decision/mag-decisions.js';
import { type PolicyNetwork, policyNetwork, type PolicyNetworkRegistered } from '../policy-network/policy-network.js';
import { type Held, type RoleEvent, roles } from '../role/role.js';
import { type Closable, closing, notClosed, type WorkstreamClosed } from '../stage/close-workstream.js';
import { notPresented, type Presentable, presenting, type WorkstreamPresented } from '../stage/present-workstream.js';
import { type WorkingGroup, workingGroup, type WorkingGroupRegistered } from '../working-group/working-group.js';
import { type Reporting, type YearlyReportFiled, yearlyReports } from '../yearly-report/yearly-report.js';
import { type AliasAdded, type Named, names, type WorkstreamRenamed } from './names.js';

export type WorkstreamRegistered =
  | CycleRegistered
  | BestPracticeForumRegistered
  | DynamicCoalitionRegistered
  | CenbPhaseRegistered
  | IgfInitiativeRegistered
  | PolicyNetworkRegistered
  | CoordinationGroupRegistered
  | WorkingGroupRegistered
  | BodyRegistered;

/** What happens to a workstream after it came into being. */
type StageEvent = WorkstreamPresented | WorkstreamClosed | ScopingStarted | WorkstreamMerged | FrameworkAdopted | FocusGoalsSet;

export type WorkstreamEvent =
  | WorkstreamRegistered
  | WorkstreamRenamed
  | AliasAdded
  | MagDecisionEvent
  | StageEvent
  | CoalitionEvent
  | InitiativeEvent
  | YearlyReportFiled
  | CycleEvent
  | RoleEvent;

/** What every workstream has, whatever its kind. */
export type Registered = Named &
  Held &
  Readonly<{ workstreamId: string; registered: Readonly<{ effective: PartialDate; factId: string }>; page: string | null }>;

/** An id of which no registration is known yet: it keeps what was folded before that, for the kind that it turns out to be. */
type Unregistered = Named &
  Held &
  Partial<Preparation & OfCoalition & OfInitiative & Reporting> &
  MagDecisions &
  Scoped &
  Framed &
  Focused &
  Presentable &
  Mergeable &
  Closable &
  Readonly<{ kind: 'none' }>;

/** A strand of intersessional work, or a body around it; or an id of which that is not known yet. */
export type Workstream =
  | Unregistered
  | BestPracticeForum
  | DynamicCoalition
  | CenbPhase
  | IgfInitiative
  | PolicyNetwork
  | CoordinationGroup
  | WorkingGroup
  | Body
  | Cycle;

export type WorkstreamKind = Exclude<Workstream['kind'], 'none'>;

export const WORKSTREAM_KINDS = [
  'best-practice-forum',
  'dynamic-coalition',
  'cenb-phase',
  'igf-initiative',
  'policy-network',
  'coordination-group',
  'working-group',
  'body',
  'cycle',
] as const satisfies readonly WorkstreamKind[];

/** One stream holds all facts of one workstream. Each kind brings its own; names are alike for all. */
export const workstream: Fold<Workstream, WorkstreamEvent> = {
  category: 'workstream',
  initial: {
    kind: 'none',
    names: [],
    aliases: [],
    roles: [],
    ...undecided,
    ...notScoped,
    ...notFramed,
    ...notFocused,
    ...notPresented,
    ...notMerged,
    ...notClosed,
  },
  on: {
    ...bestPracticeForum,
    ...dynamicCoalition,
    ...cenbPhase,
    ...igfInitiative,
    ...policyNetwork,
    ...coordinationGroup,
    ...workingGroup,
    ...body,
    ...cycle,
    ...yearlyReports,
    ...roles,
    ...names,
    ...magDecisions,
    ...scoping,
    ...framing,
    ...focusing,
    ...presenting,
    ...merging,
    ...closing,
  },
};
