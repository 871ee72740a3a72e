import { DomainError, type PartialDate, period } from '#event-sourcing';
import type { PaperDraft } from './drafts.js';
import type { Paper } from './paper.js';

/** Whether something was over before something else may have begun. */
export const surelyBefore = (a: PartialDate, b: PartialDate): boolean => period(a).end <= period(b).first;

/** Whether two dates may be the same. */
export const mayCoincide = (a: PartialDate, b: PartialDate): boolean => !surelyBefore(a, b) && !surelyBefore(b, a);

export function assertBegun(paper: Paper, effective: PartialDate): void {
  if (!paper.begun) throw new DomainError(`The paper is not recorded as begun by ${effective}.`);
}

export function assertNotWithdrawn(paper: Paper, effective: PartialDate): void {
  assertBegun(paper, effective);
  if (paper.withdrawn && surelyBefore(paper.withdrawn.effective, effective))
    throw new DomainError(`The paper was withdrawn on ${paper.withdrawn.effective}.`);
}

/** A paper that was withdrawn or superseded is not worked on any more. */
export function assertInWork(paper: Paper, effective: PartialDate): void {
  assertNotWithdrawn(paper, effective);
  if (paper.superseded && surelyBefore(paper.superseded.effective, effective))
    throw new DomainError(`The paper was superseded on ${paper.superseded.effective}, by paper ${paper.superseded.by}.`);
}

/** After the final nothing is drafted any more, unless the final is a living one. */
export function assertNotFinal(paper: Paper, effective: PartialDate): void {
  assertInWork(paper, effective);
  const { final } = paper;
  if (!final || final.living || !surelyBefore(final.effective, effective)) return;
  throw new DomainError(
    `The paper was final on ${final.effective}. If that final is a living one, amend the fact to say so; if it was not the final, retract it.`,
  );
}

/** The draft that a command names; nothing when it speaks of the paper as it stands. */
export function namedDraft(
  { drafts }: Paper,
  { draftId, effective }: Readonly<{ draftId?: string; effective: PartialDate }>,
): PaperDraft | undefined {
  const draft = drafts.find((each) => each.draftId === draftId);
  if (draftId !== undefined && !draft) throw new DomainError(`The paper has no draft ${draftId} by ${effective}.`);
  return draft;
}

type Fields = Readonly<Record<string, unknown>>;

const isKnown = (value: unknown): boolean => value !== undefined && value !== null;

/** The field in which what is said now differs from what is known; nothing when both can be true. */
export const contradiction = (known: Fields, said: Fields): string | undefined =>
  Object.keys(said).find((field) => isKnown(said[field]) && isKnown(known[field]) && said[field] !== known[field]);

/** Whether what is said now tells anything that is not known. */
export const saysMore = (known: Fields, said: Fields): boolean =>
  Object.keys(said).some((field) => isKnown(said[field]) && said[field] !== known[field]);
