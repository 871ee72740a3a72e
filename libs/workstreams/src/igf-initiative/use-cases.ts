import { deciding, type UseCase } from '#event-sourcing';
import { workstream } from '../workstream/workstream.js';
import { AffirmPrinciples, affirmPrinciples } from './affirm-principles.js';
import { DeclareDormant, declareDormant, Rejuvenate, rejuvenate } from './dormancy.js';
import {
  BeginForming,
  beginForming,
  FoundInitiative,
  foundInitiative,
  RecogniseInitiative,
  recogniseInitiative,
} from './found-and-recognise.js';
import { HoldAnnualMeeting, holdAnnualMeeting } from './hold-annual-meeting.js';
import { DelistInitiative, delistInitiative, ListInitiative, listInitiative } from './list-initiative.js';
import { MentionInitiative, mentionInitiative } from './mention-initiative.js';
import { NameOrganisingTeam, nameOrganisingTeam } from './name-organising-team.js';
import { ReclassifyInitiative, reclassifyInitiative } from './reclassify-initiative.js';
import { ScheduleAnnualMeeting, scheduleAnnualMeeting } from './schedule-annual-meeting.js';

const on = deciding(workstream, 'workstreamId');

export const initiativeUseCases: readonly UseCase[] = [
  on(BeginForming, beginForming, 'InitiativeForming'),
  on(FoundInitiative, foundInitiative, 'InitiativeFounded'),
  on(RecogniseInitiative, recogniseInitiative, 'InitiativeRecognised'),
  on(ListInitiative, listInitiative, 'InitiativeListed'),
  on(DelistInitiative, delistInitiative, 'InitiativeDelisted'),
  on(ScheduleAnnualMeeting, scheduleAnnualMeeting, 'AnnualMeetingScheduled'),
  on(HoldAnnualMeeting, holdAnnualMeeting, 'AnnualMeetingHeld'),
  on(AffirmPrinciples, affirmPrinciples, 'PrinciplesAffirmed'),
  on(NameOrganisingTeam, nameOrganisingTeam, 'OrganisingTeamNamed'),
  on(DeclareDormant, declareDormant, 'InitiativeDormant'),
  on(Rejuvenate, rejuvenate, 'InitiativeRejuvenated'),
  on(MentionInitiative, mentionInitiative, 'InitiativeAttested'),
  on(ReclassifyInitiative, reclassifyInitiative, 'InitiativeReclassified'),
];
