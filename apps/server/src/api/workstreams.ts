import { GetTimeline, GetWorkstream, GetWorkstreams } from '#read-models';
import {
  AddAlias,
  AdoptFramework,
  ApproveWorkstream,
  CloseWorkstream,
  DeclineWorkstream,
  MergeWorkstream,
  PresentWorkstream,
  ProposeWorkstream,
  RegisterBestPracticeForum,
  RegisterBody,
  RegisterCenbPhase,
  RegisterCoordinationGroup,
  RegisterDynamicCoalition,
  RegisterIgfInitiative,
  RegisterPolicyNetwork,
  RegisterWorkingGroup,
  RenameWorkstream,
  SetFocusGoals,
  StartScoping,
} from '#workstreams';
import { resource } from '../http/resource.js';

/** What is alike for all kinds. */
export const Workstreams = resource('v1/workstreams', {
  GET: GetWorkstreams,
  'GET :workstreamId': GetWorkstream,
  'GET :workstreamId/timeline': GetTimeline,
  'POST :workstreamId/names': RenameWorkstream,
  'POST :workstreamId/aliases': AddAlias,
});

/** What the MAG was asked and decided, and the stages that several kinds have. */
export const MagDecisions = resource('v1/workstreams', {
  'POST :workstreamId/proposals': ProposeWorkstream,
  'POST :workstreamId/approvals': ApproveWorkstream,
  'POST :workstreamId/declinations': DeclineWorkstream,
  'POST :workstreamId/presentations': PresentWorkstream,
  'POST :workstreamId/closings': CloseWorkstream,
});

export const BestPracticeForums = resource('v1/best-practice-forums', {
  'PUT :workstreamId': RegisterBestPracticeForum,
  'POST :workstreamId/scopings': StartScoping,
  'POST :workstreamId/mergers': MergeWorkstream,
});
export const DynamicCoalitions = resource('v1/dynamic-coalitions', { 'PUT :workstreamId': RegisterDynamicCoalition });
export const CenbPhases = resource('v1/cenb-phases', {
  'PUT :workstreamId': RegisterCenbPhase,
  'POST :workstreamId/frameworks': AdoptFramework,
  'POST :workstreamId/focus-goals': SetFocusGoals,
});
export const IgfInitiatives = resource('v1/igf-initiatives', { 'PUT :workstreamId': RegisterIgfInitiative });
export const PolicyNetworks = resource('v1/policy-networks', { 'PUT :workstreamId': RegisterPolicyNetwork });
export const CoordinationGroups = resource('v1/coordination-groups', { 'PUT :workstreamId': RegisterCoordinationGroup });
export const WorkingGroups = resource('v1/working-groups', { 'PUT :workstreamId': RegisterWorkingGroup });
export const Bodies = resource('v1/bodies', { 'PUT :workstreamId': RegisterBody });
