import { deciding, naming, type UseCase } from '#event-sourcing';
import { meeting } from '../meeting/meeting.js';
import { workstream } from '../workstream/workstream.js';
import { CloseWorkstream, closeWorkstream } from './close-workstream.js';
import { PresentWorkstream, presentWorkstream } from './present-workstream.js';

const on = deciding(workstream, 'workstreamId');

export const stageUseCases: readonly UseCase[] = [
  on(PresentWorkstream, presentWorkstream, 'WorkstreamPresented', { references: { meetingId: naming(meeting) } }),
  on(CloseWorkstream, closeWorkstream, 'WorkstreamClosed'),
];
