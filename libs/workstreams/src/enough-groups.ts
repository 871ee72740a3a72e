import { DomainError } from '#event-sourcing';
import type { StakeholderGroup } from './groups.js';

/**
 * Fewest stakeholder groups behind a new coalition, and in the first team of an IGF initiative (`DOMAIN.md`, Exploring and
 * proposing, Principles and organising team).
 */
const FEWEST_GROUPS = 3;

/** @throws DomainError when there are not enough different groups, with those that there are */
export function assertEnoughGroups(groups: readonly StakeholderGroup[], who: string): void {
  const different = [...new Set(groups)];
  if (different.length >= FEWEST_GROUPS) return;
  throw new DomainError(`${who} must come from at least ${FEWEST_GROUPS} stakeholder groups. Named are only: ${different.join(', ')}.`);
}
