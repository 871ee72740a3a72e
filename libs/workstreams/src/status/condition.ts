import type { Day } from './day.js';

/**
 * One thing that a rule looks at. `says` puts it both ways, so that reasons, changes and the rule itself are made of one
 * text: `[a|no] report for {year} or {before} is on record`. What stands between `<` and `>` is said where it matters.
 */
export type Condition<S> = Readonly<{
  says: string;
  /** Ids of the facts that make it so; nothing when it is not so. */
  holds: (subject: S, day: Day) => readonly string[] | undefined;
  /** Whether what stands between `<` and `>` matters to a subject. The rule itself says it always. */
  matters?: (subject: S) => boolean;
  /** Once so it stays so of itself: it ends when the facts that make it so are corrected, or by what other conditions tell. */
  lasting?: true;
}>;

/** What a case asks of a condition: that it holds, or that it does not. */
export type Asked<S> = Condition<S> | Readonly<{ not: Condition<S> }>;

export const not = <S>(condition: Condition<S>): Asked<S> => ({ not: condition });

export const conditionOf = <S>(asked: Asked<S>): Condition<S> => ('not' in asked ? asked.not : asked);
export const wanted = <S>(asked: Asked<S>): boolean => !('not' in asked);

/** The ids of the facts that make something so; nothing where there are none. */
export const madeBy = (facts: readonly Readonly<{ factId: string }>[]): readonly string[] | undefined =>
  facts.length === 0 ? undefined : [...new Set(facts.map(({ factId }) => factId))];

type Fills = Readonly<Record<'year' | 'before', string>>;

/** As the rule says it of any day. */
export const ANY_DAY: Fills = { year: 'the year', before: 'the year before' };

/** As it is said of one day. */
export const onDay = ({ year }: Day): Fills => ({ year: String(year), before: String(year - 1) });

/** A condition in words, as it is when it holds or when it does not. */
export const inWords = ({ says }: Pick<Condition<never>, 'says'>, holds: boolean, fills: Fills, inFull = true): string =>
  says
    .replaceAll(/<([^>]*)>/g, inFull ? '$1' : '')
    .replaceAll(/\[([^|\]]*)\|([^\]]*)\]/g, (_, so: string, notSo: string) => (holds ? so : notSo))
    .replaceAll(/\{(year|before)\}/g, (_, name: keyof Fills) => fills[name]);
