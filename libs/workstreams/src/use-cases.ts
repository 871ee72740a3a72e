import type { UseCase } from '#event-sourcing';
import { callUseCases } from './call-for-input/use-cases.js';
import { coalitionUseCases } from './dynamic-coalition/use-cases.js';
import { initiativeUseCases } from './igf-initiative/use-cases.js';
import { workstreamUseCases } from './workstream/use-cases.js';
import { yearlyReportUseCases } from './yearly-report/use-cases.js';

/** All that can be recorded. Interfaces, imports and corrections are made from this list. */
export const useCases: readonly UseCase[] = [
  ...workstreamUseCases,
  ...coalitionUseCases,
  ...initiativeUseCases,
  ...yearlyReportUseCases,
  ...callUseCases,
];
