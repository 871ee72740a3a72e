import type { UseCase } from '#event-sourcing';
import { callUseCases } from './call-for-input/use-cases.js';
import { meetingUseCases } from './meeting/use-cases.js';
import { seriesUseCases } from './meeting-series/use-cases.js';
import { workstreamUseCases } from './workstream/use-cases.js';

/** All that can be recorded. Interfaces, imports and corrections are made from this list. */
export const useCases: readonly UseCase[] = [...workstreamUseCases, ...callUseCases, ...seriesUseCases, ...meetingUseCases];
