import { deciding, type UseCase } from '#event-sourcing';
import { workstream } from '../workstream/workstream.js';
import { AdoptFramework, adoptFramework } from './adopt-framework.js';
import { SetFocusGoals, setFocusGoals } from './set-focus-goals.js';

const on = deciding(workstream, 'workstreamId');

export const phaseUseCases: readonly UseCase[] = [
  on(AdoptFramework, adoptFramework, 'FrameworkAdopted'),
  on(SetFocusGoals, setFocusGoals, 'FocusGoalsSet'),
];
