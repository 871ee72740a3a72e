import { GetAllSeries, GetMeeting, GetMeetings, GetSeries } from '#read-models';
import {
  AddSitting,
  AssignAction,
  CancelMeeting,
  CarryActionOver,
  CompleteAction,
  EndSeries,
  HoldMeeting,
  LogMeeting,
  MergeMeeting,
  MoveMeeting,
  PublishAgenda,
  PublishRecord,
  PublishRecording,
  RecordAttendance,
  RecordDecision,
  ScheduleMeeting,
  StartSeries,
  StateCadence,
  TakePart,
} from '#workstreams';
import { resource } from '../http/resource.js';

export const Series = resource('v1/series', {
  GET: GetAllSeries,
  'GET :seriesId': GetSeries,
  'PUT :seriesId': StartSeries,
  'POST :seriesId/cadences': StateCadence,
  'POST :seriesId/endings': EndSeries,
});

export const Meetings = resource('v1/meetings', {
  GET: GetMeetings,
  'GET :meetingId': GetMeeting,
  'PUT :meetingId': ScheduleMeeting,
  'PUT :meetingId/log': LogMeeting,
  'POST :meetingId/moves': MoveMeeting,
  'POST :meetingId/cancellations': CancelMeeting,
  'POST :meetingId/holdings': HoldMeeting,
  'POST :meetingId/sittings': AddSitting,
  'POST :meetingId/attendance': RecordAttendance,
  'POST :meetingId/participants': TakePart,
  'POST :meetingId/agendas': PublishAgenda,
  'POST :meetingId/records': PublishRecord,
  'POST :meetingId/recordings': PublishRecording,
  'PUT :meetingId/decisions/:decisionId': RecordDecision,
  'PUT :meetingId/actions/:actionId': AssignAction,
  'POST :meetingId/actions/:actionId/carry-overs': CarryActionOver,
  'POST :meetingId/actions/:actionId/completion': CompleteAction,
  'POST :meetingId/merger': MergeMeeting,
});
