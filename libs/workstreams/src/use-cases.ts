import type { UseCase } from '#event-sourcing';
import { callUseCases } from './call-for-input/use-cases.js';
import { cycleUseCases } from './cycle/use-cases.js';
import { personUseCases } from './person/use-cases.js';
import { roleUseCases } from './role/use-cases.js';
import { workstreamUseCases } from './workstream/use-cases.js';

/** All that can be recorded. Interfaces, imports and corrections are made from this list. */
export const useCases: readonly UseCase[] = [...workstreamUseCases, ...callUseCases, ...cycleUseCases, ...personUseCases, ...roleUseCases];
