import { firstDay, type PartialDate, period } from '#event-sourcing';
import type { Findable, Said } from '#event-sourcing/projections';

/** What can be found by its text. */
export const SEARCH_KINDS = ['workstream', 'call', 'contribution', 'meeting', 'paper', 'person', 'figure'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** A text in which something is found: what it is to the thing, when it held, and the facts that say it. */
export type SaidText = Said &
  Readonly<{
    field: string;
    /** From when on it held; null where it is not told apart from the thing itself. */
    since: PartialDate | null;
    /** Until when it held; null while it does. */
    until: PartialDate | null;
    /** Empty where the row does not keep it: its facts must be asked. */
    factIds: readonly string[];
  }>;

/** Something that can be found, with all that a hit shows of it. */
export type Found = Omit<Findable, 'kind' | 'said'> &
  Readonly<{
    kind: SearchKind;
    said: readonly SaidText[];
    workstreamIds: readonly string[];
    /** Where it is told in full. */
    address: string;
  }>;

type Occasion = Readonly<{ effective: PartialDate; factId: string }>;

/** The UTC day of an occasion, counted from 1970-01-01. */
export const dayOf = ({ effective }: Pick<Occasion, 'effective'>): number => firstDay(period(effective));

const saidAs =
  (isName: boolean) =>
  (field: string, text: string | null | undefined, factId: string): readonly SaidText[] =>
    text ? [{ field, text, isName, since: null, until: null, factIds: [factId] }] : [];

/** A name, if there is one. */
export const name = saidAs(true);
/** A text that is no name, if there is one. */
export const text = saidAs(false);

/** Names as they followed each other, oldest first: all but the last are former ones. */
export const namesInTurn = (
  field: string,
  all: readonly Readonly<{ text: string; since: PartialDate; factId: string }>[],
  isName = true,
): readonly SaidText[] =>
  all.map(({ text, since, factId }, index) => {
    const until = all[index + 1]?.since ?? null;
    return { field: until === null ? field : `former ${field}`, text, isName, since, until, factIds: [factId] };
  });
