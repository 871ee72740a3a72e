import { deciding, type UseCase } from '#event-sourcing';
import { workstream } from '../workstream/workstream.js';
import { CloseWorkstream, closeWorkstream } from './close-workstream.js';
import { PresentWorkstream, presentWorkstream } from './present-workstream.js';

const on = deciding(workstream, 'workstreamId');

export const stageUseCases: readonly UseCase[] = [
  on(PresentWorkstream, presentWorkstream, 'WorkstreamPresented'),
  on(CloseWorkstream, closeWorkstream, 'WorkstreamClosed'),
];
