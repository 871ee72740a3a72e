import type { RegionalGroup } from '../groups.js';

/** By the size of the area, or by its people (`DOMAIN.md`, IGF initiatives). */
export const INITIATIVE_LEVELS = ['national', 'sub-regional', 'regional', 'youth'] as const;
export type InitiativeLevel = (typeof INITIATIVE_LEVELS)[number];

/** What an initiative is; null where that is not stated. */
export type Classification = Readonly<{ level: InitiativeLevel; place: string | null; regionalGroup: RegionalGroup | null }>;

/** What became another; what is left out stayed. */
export type Reclassified = Readonly<{ level?: InitiativeLevel; place?: string; regionalGroup?: RegionalGroup }>;

/** What an initiative is after something of it became another. */
export const reclassified = <C extends Classification>(before: C, { level, place, regionalGroup }: Reclassified): C => ({
  ...before,
  ...(level && { level }),
  ...(place && { place }),
  ...(regionalGroup && { regionalGroup }),
});
