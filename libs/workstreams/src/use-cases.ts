import type { UseCase } from '#event-sourcing';
import { forumUseCases } from './best-practice-forum/use-cases.js';
import { callUseCases } from './call-for-input/use-cases.js';
import { phaseUseCases } from './connecting-the-next-billion/use-cases.js';
import { coalitionUseCases } from './dynamic-coalition/use-cases.js';
import { initiativeUseCases } from './igf-initiative/use-cases.js';
import { yearlyReportUseCases } from './yearly-report/use-cases.js';
import { cycleUseCases } from './cycle/use-cases.js';
import { magDecisionUseCases } from './mag-decision/use-cases.js';
import { meetingUseCases } from './meeting/use-cases.js';
import { seriesUseCases } from './meeting-series/use-cases.js';
import { paperUseCases } from './paper/use-cases.js';
import { personUseCases } from './person/use-cases.js';
import { figureUseCases } from './published-figure/use-cases.js';
import { reportUseCases } from './report/use-cases.js';
import { roleUseCases } from './role/use-cases.js';
import { stageUseCases } from './stage/use-cases.js';
import { workstreamUseCases } from './workstream/use-cases.js';

/** All that can be recorded. Interfaces, imports and corrections are made from this list. */
export const useCases: readonly UseCase[] = [
  ...workstreamUseCases,
  ...magDecisionUseCases,
  ...stageUseCases,
  ...forumUseCases,
  ...phaseUseCases,
  ...coalitionUseCases,
  ...initiativeUseCases,
  ...yearlyReportUseCases,
  ...cycleUseCases,
  ...roleUseCases,
  ...callUseCases,
  ...seriesUseCases,
  ...meetingUseCases,
  ...paperUseCases,
  ...figureUseCases,
  ...personUseCases,
  ...reportUseCases,
];
