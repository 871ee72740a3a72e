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
  /** The date that held until then; null when there was none. */
  from: PartialDate | null;
  /** Which kind of date that was: a closing date may be named where only an inclusion date had been. */
  fromKind: DeadlineKind | null;
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

/** Whether both mean the same deadline. Nobody means another category by another case. */
export const isSame = (a: Which, b: Which): boolean => a.kind === b.kind && a.category.toLowerCase() === b.category.toLowerCase();

export const deadlineOf = (deadlines: readonly Deadline[], which: Which): Deadline | undefined =>
  deadlines.find((deadline) => isSame(deadline, which));

/** The date that held so far: of that deadline, else of everyone's, else the inclusion date that a closing date now follows. */
export function dateSoFar(deadlines: readonly Deadline[], { kind, category }: Which): Deadline | undefined {
  const own = deadlineOf(deadlines, { kind, category }) ?? deadlineOf(deadlines, { kind, category: EVERYONE });
  return own || kind === 'inclusion' ? own : dateSoFar(deadlines, { kind: 'inclusion', category });
}

const replaced = (deadlines: readonly Deadline[], deadline: Deadline): readonly Deadline[] => [
  ...deadlines.filter((other) => !isSame(other, deadline)),
  deadline,
];

/** Deadlines as people read them: by date. */
export const byDate = (deadlines: readonly Deadline[]): readonly Deadline[] =>
  deadlines.toSorted((a, b) => period(a.current).first - period(b.current).first);

/** The deadlines with one that the call itself set. An extension of which only the year is known may have been folded first: it prevails. */
export function withOriginal(deadlines: readonly Deadline[], which: Which, on: PartialDate): readonly Deadline[] {
  const { current = on, extensions = [] } = deadlineOf(deadlines, which) ?? {};
  const moved = extensions.map((extension, index) => (index === 0 ? { ...extension, from: on, fromKind: which.kind } : extension));
  return replaced(deadlines, { ...which, original: on, current, extensions: moved });
}

/** From where its own deadline stands, since facts before it may have come late or been corrected; else from what was known when it was recorded. */
const extensionOf = ({ data, effective, id, metadata }: Fact<DeadlineExtended>, own: Deadline | undefined): Extension => ({
  from: own ? own.current : data.from,
  fromKind: own ? own.kind : data.fromKind,
  to: data.to,
  announcedBy: data.announcedBy ?? null,
  announcedIn: data.announcedIn ?? null,
  reason: metadata.reason ?? null,
  effective,
  factId: id,
});

/** The deadlines with one moved. */
export function withExtension(deadlines: readonly Deadline[], fact: Fact<DeadlineExtended>): readonly Deadline[] {
  const { deadline: kind, category = EVERYONE, to } = fact.data;
  const which = { kind, category };
  const own = deadlineOf(deadlines, which);
  const { original = null, extensions = [] } = own ?? {};
  return replaced(deadlines, { ...which, original, current: to, extensions: [...extensions, extensionOf(fact, own)] });
}

/** The date that ends a call for one category of contributors; undefined while it has no end. */
export function closingDateFor(deadlines: readonly Deadline[], category: string): PartialDate | undefined {
  const own = deadlineOf(deadlines, { kind: 'closing', category });
  return (own ?? deadlineOf(deadlines, { kind: 'closing', category: EVERYONE }))?.current;
}
