import { type Fact, firstDay, type PartialDate, period } from '#event-sourcing';

/** When something happened, and the fact that says so. */
export type Step = Readonly<{ effective: PartialDate; factId: string }>;

type When = Readonly<{ effective: PartialDate }>;

export const stepOf = ({ effective, id }: Pick<Fact, 'effective' | 'id'>): Step => ({ effective, factId: id });

/** Whether one thing was over when the other began, as far as their dates tell. */
export const surelyBefore = (a: When, b: When): boolean => period(a.effective).end <= period(b.effective).first;

/** Whether folds take one thing before the other, by their dates alone. */
export const foldedBefore = (a: When, b: When): boolean => firstDay(period(a.effective)) < firstDay(period(b.effective));

/** Whether a claim adds nothing to what is known: of the fields that both have, it gives each as it is known. */
export const saysNoMore = (claim: object, known: object): boolean =>
  Object.entries(claim).every(([field, value]) => !Object.hasOwn(known, field) || value === (known as Record<string, unknown>)[field]);
