import type { QueryCase } from '#event-sourcing/projections';
import { queryCases } from '#read-models';
import { reportCases } from '#reports';

/** All that can be asked of the server. */
export const questions: readonly QueryCase[] = [...queryCases, ...reportCases];
