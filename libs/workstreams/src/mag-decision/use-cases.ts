import { deciding, naming, type UseCase } from '#event-sourcing';
import { meeting } from '../meeting/meeting.js';
import { workstream } from '../workstream/workstream.js';
import { ApproveWorkstream, approveWorkstream } from './approve-workstream.js';
import { DeclineWorkstream, declineWorkstream } from './decline-workstream.js';
import { ProposeWorkstream, proposeWorkstream } from './propose-workstream.js';

const on = deciding(workstream, 'workstreamId');

export const magDecisionUseCases: readonly UseCase[] = [
  on(ProposeWorkstream, proposeWorkstream, 'WorkstreamProposed'),
  on(ApproveWorkstream, approveWorkstream, 'WorkstreamApproved', { references: { meetingId: naming(meeting) } }),
  on(DeclineWorkstream, declineWorkstream, 'WorkstreamNotApproved', { references: { meetingId: naming(meeting) } }),
];
