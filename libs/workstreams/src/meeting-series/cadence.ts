import type { PartialDate } from '#event-sourcing';

/** How often a series is said to meet. */
export const CADENCES = ['weekly', 'fortnightly', 'monthly', 'bimonthly', 'quarterly', 'yearly', 'irregular'] as const;
export type Cadence = (typeof CADENCES)[number];

/** One statement of how often a series meets, with its words where the source gives others than ours. */
export type StatedCadence = Readonly<{
  cadence: Cadence;
  printed: string | null;
  statedIn: string | null;
  effective: PartialDate;
  factId: string;
}>;

const GAPS: Readonly<Record<Cadence, number | null>> = {
  weekly: 7,
  fortnightly: 14,
  monthly: 30,
  bimonthly: 61,
  quarterly: 91,
  yearly: 365,
  irregular: null,
};

/** The days from one meeting to the next that a cadence promises; null for one that promises none. Bimonthly is every two months. */
export const expectedGap = (cadence: Cadence): number | null => GAPS[cadence];
