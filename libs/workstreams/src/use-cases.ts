import type { UseCase } from '#event-sourcing';
import { callUseCases } from './call-for-input/use-cases.js';
import { figureUseCases } from './published-figure/use-cases.js';
import { workstreamUseCases } from './workstream/use-cases.js';

/** All that can be recorded. Interfaces, imports and corrections are made from this list. */
export const useCases: readonly UseCase[] = [...workstreamUseCases, ...callUseCases, ...figureUseCases];
