import { type Command, parse, type PartialDate } from '#event-sourcing';
import type { About } from './cells.js';
import { idFor } from './names.js';

/** A way in which people write something, as a whole, and what it means; nothing where it does not say it after all. */
export type Form<T> = readonly [RegExp, (...parts: string[]) => T | undefined];

/** What words mean by the first of the forms that they have; nothing where no form knows them. */
export function meaningOf<T>(words: string, forms: readonly Form<T>[]): T | undefined {
  for (const [form, meaning] of forms) {
    const match = form.exec(words);
    // A part that is left out reads as empty.
    const meant = match && meaning(...match.slice(1).map((part: string | undefined) => part ?? ''));
    if (meant) return meant;
  }
  return undefined;
}

/** The clauses of a cell: `;` stands between them. */
export const clausesOf = (words: string | undefined): readonly string[] =>
  (words ?? '')
    .split(';')
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

/** What words tell of a workstream: something that can be recorded of it, and when it happened. */
export type Told = Readonly<{ Class: new () => OfWorkstream; effective: PartialDate; fields: object }>;

type OfWorkstream = Command & Readonly<{ workstreamId: string }>;

export const told = <C extends OfWorkstream>(
  Class: new () => C,
  effective: PartialDate,
  fields?: Omit<Partial<C>, keyof OfWorkstream>,
): Told => ({ Class, effective, fields: fields ?? {} });

/** The commands that record what is told. The same words ask for the same whenever they are imported. */
export const recording = (all: readonly Told[], workstreamId: string, said: About): readonly Command[] =>
  all.map(({ Class, effective, fields }) => {
    const requestId = idFor('told', workstreamId, effective, ...Object.values(fields as Readonly<Record<string, string>>));
    return parse(Class, { ...fields, workstreamId, requestId, effective, ...said });
  });
