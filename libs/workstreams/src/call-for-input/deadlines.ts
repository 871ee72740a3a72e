import { IsIn } from 'class-validator';
import { type Fact, IsSingleDate, IsText, type PartialDate, period } from '#event-sourcing';
import type { DeadlineExtended } from './extend-deadline.js';

/**
 * Two dates that sources mix up (`DOMAIN.md`, Deadlines): what arrives by the *inclusion* date goes into the next draft; what
 * arrives by the *closing* date is still taken.
 */
export const DEADLINE_KINDS = ['inclusion', 'closing'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** The category of contributors for whom a deadline holds that names none. */
export const EVERYONE = 'everyone';

/** A deadline that holds for one category of contributors only, such as NRIs. */
export class CategoryDeadline {
  @IsText(100) readonly category!: string;
  @IsIn(DEADLINE_KINDS) readonly kind!: DeadlineKind;
  @IsSingleDate() readonly on!: PartialDate;
}

export type Extension = Readonly<{
  from: PartialDate | null;
  to: PartialDate;
  announcedBy: string | null;
  announcedIn: string | null;
  reason: string | null;
  effective: PartialDate;
  factId: string;
}>;

/** A deadline with its past. `original` is null when the call first named none. */
export type Deadline = Readonly<{
  kind: DeadlineKind;
  category: string;
  original: PartialDate | null;
  current: PartialDate;
  extensions: readonly Extension[];
}>;

type Which = Readonly<{ kind: DeadlineKind; category: string }>;

export const deadlineOf = (deadlines: readonly Deadline[], { kind, category }: Which): Deadline | undefined =>
  deadlines.find((deadline) => deadline.kind === kind && deadline.category === category);

const replaced = (deadlines: readonly Deadline[], deadline: Deadline): readonly Deadline[] => [
  ...deadlines.filter(({ kind, category }) => kind !== deadline.kind || category !== deadline.category),
  deadline,
];

/** Deadlines as people read them: by date. */
export const byDate = (deadlines: readonly Deadline[]): readonly Deadline[] =>
  deadlines.toSorted((a, b) => period(a.current).first - period(b.current).first);

/** The deadlines with one that the call itself set. An extension of the same day may have been folded first: it prevails. */
export function withOriginal(deadlines: readonly Deadline[], which: Which, on: PartialDate): readonly Deadline[] {
  const { current = on, extensions = [] } = deadlineOf(deadlines, which) ?? {};
  return replaced(deadlines, { ...which, original: on, current, extensions });
}

/** The deadlines with one moved. */
export function withExtension(
  deadlines: readonly Deadline[],
  { data, effective, id, metadata }: Fact<DeadlineExtended>,
): readonly Deadline[] {
  const which = { kind: data.deadline, category: data.category ?? EVERYONE };
  const { original = null, extensions = [] } = deadlineOf(deadlines, which) ?? {};
  const extension = {
    from: data.from,
    to: data.to,
    announcedBy: data.announcedBy ?? null,
    announcedIn: data.announcedIn ?? null,
    reason: metadata.reason ?? null,
    effective,
    factId: id,
  };
  return replaced(deadlines, { ...which, original, current: data.to, extensions: [...extensions, extension] });
}

/** The date that ends a call for one category of contributors; undefined while it has no end. */
export function closingDateFor(deadlines: readonly Deadline[], category: string): PartialDate | undefined {
  const own = deadlineOf(deadlines, { kind: 'closing', category });
  return (own ?? deadlineOf(deadlines, { kind: 'closing', category: EVERYONE }))?.current;
}
