import { deciding, naming, type UseCase } from '#event-sourcing';
import { paper } from '../paper/paper.js';
import { workstream } from '../workstream/workstream.js';
import { DescribeAnnualMeeting, describeAnnualMeeting } from './annual-meeting.js';
import { RegisterCycle, registerCycle } from './cycle.js';
import { DropMilestone, dropMilestone } from './drop-milestone.js';
import { MeetMilestone, meetMilestone, notForIt } from './meet-milestone.js';
import { MoveMilestone, moveMilestone } from './move-milestone.js';
import { SetMilestone, setMilestone } from './set-milestone.js';

const on = deciding(workstream, 'workstreamId');

export const cycleUseCases: readonly UseCase[] = [
  on(RegisterCycle, registerCycle, 'CycleRegistered', { creates: 'workstreamId' }),
  on(DescribeAnnualMeeting, describeAnnualMeeting, 'AnnualMeetingDescribed'),
  on(SetMilestone, setMilestone, 'MilestoneSet', { creates: 'milestoneId', references: { forWorkstreams: naming(workstream) } }),
  on(MoveMilestone, moveMilestone, 'MilestoneMoved'),
  on(MeetMilestone, meetMilestone, 'MilestoneMet', { references: { metBy: naming(workstream, notForIt), paperId: naming(paper) } }),
  on(DropMilestone, dropMilestone, 'MilestoneDropped'),
];
