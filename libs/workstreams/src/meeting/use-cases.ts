import { deciding, naming, type UseCase } from '#event-sourcing';
import { meetingSeries } from '../meeting-series/meeting-series.js';
import { person } from '../person/person.js';
import { workstream } from '../workstream/workstream.js';
import { AssignAction, assignAction, CarryActionOver, carryActionOver, CompleteAction, completeAction } from './handle-action.js';
import { AddSitting, addSitting } from './add-sitting.js';
import { CancelMeeting, cancelMeeting } from './cancel-meeting.js';
import { HoldMeeting, holdMeeting } from './hold-meeting.js';
import { LogMeeting, logMeeting } from './log-meeting.js';
import { meeting } from './meeting.js';
import { mergedItself, MergeMeeting, mergeMeeting } from './merge-meeting.js';
import { MoveMeeting, moveMeeting } from './move-meeting.js';
import { PublishAgenda, publishAgenda } from './publish-agenda.js';
import { PublishRecord, publishRecord } from './publish-record.js';
import { PublishRecording, publishRecording } from './publish-recording.js';
import { RecordAttendance, recordAttendance } from './record-attendance.js';
import { RecordDecision, recordDecision } from './record-decision.js';
import { ScheduleMeeting, scheduleMeeting } from './schedule-meeting.js';
import { TakePart, takePart } from './take-part.js';

const on = deciding(meeting, 'meetingId');
const references = { workstreamIds: naming(workstream), seriesId: naming(meetingSeries) };

export const meetingUseCases: readonly UseCase[] = [
  on(ScheduleMeeting, scheduleMeeting, 'MeetingScheduled', { creates: 'meetingId', owners: 'workstreamIds', references }),
  on(LogMeeting, logMeeting, 'MeetingLogged', { creates: 'meetingId', owners: 'workstreamIds', references }),
  on(MoveMeeting, moveMeeting, 'MeetingMoved'),
  on(CancelMeeting, cancelMeeting, 'MeetingCancelled'),
  on(HoldMeeting, holdMeeting, 'MeetingHeld'),
  on(AddSitting, addSitting, 'SittingAdded'),
  on(RecordAttendance, recordAttendance, 'AttendanceRecorded'),
  on(TakePart, takePart, 'TookPart', { references: { participantIds: naming(workstream) } }),
  on(PublishAgenda, publishAgenda, 'AgendaPublished'),
  on(PublishRecord, publishRecord, 'RecordPublished'),
  on(PublishRecording, publishRecording, 'RecordingPublished'),
  on(RecordDecision, recordDecision, 'DecisionRecorded', { creates: 'decisionId', references: { about: naming(workstream) } }),
  on(AssignAction, assignAction, 'ActionAssigned', { creates: 'actionId', references: { personId: naming(person) } }),
  on(CarryActionOver, carryActionOver, 'ActionCarriedOver', { references: { toMeetingId: naming(meeting) } }),
  on(CompleteAction, completeAction, 'ActionCompleted'),
  on(MergeMeeting, mergeMeeting, 'MeetingMerged', { references: { intoMeetingId: naming(meeting, mergedItself) } }),
];
