import { deciding, naming, type UseCase } from '#event-sourcing';
import { workstream } from '../workstream/workstream.js';
import { MergeWorkstream, mergeWorkstream, notAForumToMergeInto } from './merge-workstream.js';
import { StartScoping, startScoping } from './start-scoping.js';

const on = deciding(workstream, 'workstreamId');

export const forumUseCases: readonly UseCase[] = [
  on(StartScoping, startScoping, 'ScopingStarted'),
  on(MergeWorkstream, mergeWorkstream, 'WorkstreamMerged', { references: { into: naming(workstream, notAForumToMergeInto) } }),
];
