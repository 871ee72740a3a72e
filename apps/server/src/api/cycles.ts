import { GetCycleDrawing, GetMilestones } from '#read-models';
import { DescribeAnnualMeeting, DropMilestone, MeetMilestone, MoveMilestone, RegisterCycle, SetMilestone } from '#workstreams';
import { resource } from '../http/resource.js';

export const Cycles = resource('v1/cycles', {
  'PUT :workstreamId': RegisterCycle,
  'POST :workstreamId/annual-meeting': DescribeAnnualMeeting,
  'GET :workstreamId/timeline': GetCycleDrawing,
  'GET :workstreamId/milestones': GetMilestones,
  'PUT :workstreamId/milestones/:milestoneId': SetMilestone,
  'POST :workstreamId/milestones/:milestoneId/moves': MoveMilestone,
  'POST :workstreamId/milestones/:milestoneId/completions': MeetMilestone,
  'POST :workstreamId/milestones/:milestoneId/cancellation': DropMilestone,
});
