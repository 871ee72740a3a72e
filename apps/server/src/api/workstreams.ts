import { GetDrawing, GetStatus, GetTimeline, GetWorkstream, GetWorkstreams } from '#read-models';
import {
  AddAlias,
  AdoptFramework,
  ApproveWorkstream,
  CloseWorkstream,
  DeclineWorkstream,
  MergeWorkstream,
  PresentWorkstream,
  ProposeWorkstream,
  AdoptCommonStandards,
  AffirmPrinciples,
  BeginExploring,
  BeginForming,
  CheckStandards,
  DeclareDormant,
  DeclareInactive,
  DelistInitiative,
  FileYearlyReport,
  FoundInitiative,
  HoldAnnualMeeting,
  ListCoalition,
  ListInitiative,
  MentionInitiative,
  NameOrganisingTeam,
  OmitFromList,
  ProposeCoalition,
  ReclassifyInitiative,
  RecogniseCoalition,
  RecogniseInitiative,
  Recommit,
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
  Rejuvenate,
  ScheduleAnnualMeeting,
  SucceedCoalition,
} from '#workstreams';
import { resource } from '../http/resource.js';

/** What is alike for all kinds. */
export const Workstreams = resource('v1/workstreams', {
  GET: GetWorkstreams,
  'GET :workstreamId': GetWorkstream,
  'GET :workstreamId/timeline': GetTimeline,
  'GET :workstreamId/status': GetStatus,
  'POST :workstreamId/names': RenameWorkstream,
  'POST :workstreamId/aliases': AddAlias,
  'POST :workstreamId/yearly-reports': FileYearlyReport,
});

/** Several side by side, to be drawn. */
export const Timelines = resource('v1/timelines', { GET: GetDrawing });

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
export const DynamicCoalitions = resource('v1/dynamic-coalitions', {
  'PUT :workstreamId': RegisterDynamicCoalition,
  'POST :workstreamId/explorations': BeginExploring,
  'POST :workstreamId/proposals': ProposeCoalition,
  'POST :workstreamId/recognitions': RecogniseCoalition,
  'POST :workstreamId/common-standards': AdoptCommonStandards,
  'POST :workstreamId/standards-checks': CheckStandards,
  'POST :workstreamId/inactivity-declarations': DeclareInactive,
  'POST :workstreamId/recommitments': Recommit,
  'POST :workstreamId/successions': SucceedCoalition,
  'POST :workstreamId/listings': ListCoalition,
  'POST :workstreamId/omissions': OmitFromList,
});
export const CenbPhases = resource('v1/cenb-phases', {
  'PUT :workstreamId': RegisterCenbPhase,
  'POST :workstreamId/frameworks': AdoptFramework,
  'POST :workstreamId/focus-goals': SetFocusGoals,
});
export const IgfInitiatives = resource('v1/igf-initiatives', {
  'PUT :workstreamId': RegisterIgfInitiative,
  'POST :workstreamId/formations': BeginForming,
  'POST :workstreamId/foundations': FoundInitiative,
  'POST :workstreamId/scheduled-meetings': ScheduleAnnualMeeting,
  'POST :workstreamId/annual-meetings': HoldAnnualMeeting,
  'POST :workstreamId/recognitions': RecogniseInitiative,
  'POST :workstreamId/listings': ListInitiative,
  'POST :workstreamId/delistings': DelistInitiative,
  'POST :workstreamId/principles': AffirmPrinciples,
  'POST :workstreamId/organising-teams': NameOrganisingTeam,
  'POST :workstreamId/dormancies': DeclareDormant,
  'POST :workstreamId/rejuvenations': Rejuvenate,
  'POST :workstreamId/mentions': MentionInitiative,
  'POST :workstreamId/reclassifications': ReclassifyInitiative,
});
export const PolicyNetworks = resource('v1/policy-networks', { 'PUT :workstreamId': RegisterPolicyNetwork });
export const CoordinationGroups = resource('v1/coordination-groups', { 'PUT :workstreamId': RegisterCoordinationGroup });
export const WorkingGroups = resource('v1/working-groups', { 'PUT :workstreamId': RegisterWorkingGroup });
export const Bodies = resource('v1/bodies', { 'PUT :workstreamId': RegisterBody });
