import type { Fact, PartialDate } from '#event-sourcing';

/** When something happened to a paper, and the fact that says so. */
export type PaperStep = Readonly<{ effective: PartialDate; factId: string }>;

export const stepOf = ({ effective, id }: Pick<Fact, 'effective' | 'id'>): PaperStep => ({ effective, factId: id });
