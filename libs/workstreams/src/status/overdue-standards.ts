import { COMMON_STANDARDS, type CommonStandard } from '../dynamic-coalition/adopt-common-standards.js';
import type { StandardsCheck } from '../dynamic-coalition/check-standards.js';
import { type Day, hasPassed } from './day.js';

const resultOf = ({ results }: StandardsCheck, standard: CommonStandard): boolean | undefined =>
  results.find((result) => result.standard === standard)?.met;

/** The checks that found a standard unmet since it was last found met, if one of them gave a date that has passed. */
function unmetAndDue(checks: readonly StandardsCheck[], standard: CommonStandard, day: Day): readonly StandardsCheck[] {
  const about = checks.filter((check) => resultOf(check, standard) !== undefined);
  const unmet = about.slice(about.findLastIndex((check) => resultOf(check, standard) === true) + 1);
  const isDue = unmet.some(({ toBeFixedBy }) => toBeFixedBy !== undefined && hasPassed(toBeFixedBy, day));
  return isDue ? unmet : [];
}

/** The checks, in order, that found a standard unmet which then was not put right by the day that was set for it. */
export const overdueStandards = (checks: readonly StandardsCheck[], day: Day): readonly StandardsCheck[] =>
  COMMON_STANDARDS.flatMap((standard) => unmetAndDue(checks, standard, day));
