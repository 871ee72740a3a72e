import type { SourceReference } from '#event-sourcing';
import type { Excluded } from '#read-models';
import { dateText } from '#read-models';
import type { ReportNumber, ReportPart, ReportProse, ReportRow, ReportStatement, YearlyReport } from '../model.js';

/** What a number or a statement rests on, under the number by which the text refers to it. */
export type Note = Readonly<{
  number: number;
  /** What is counted; empty for what a statement rests on as a whole. */
  rule: string;
  factIds: readonly string[];
  excluded: readonly Excluded[];
  sources: readonly SourceReference[];
}>;

/** A piece of text, with the note that it refers to. */
export type NumberedPart = Readonly<{ text: string; note: number | null }>;
export type NumberedText = readonly NumberedPart[];

export type NumberedTable = Readonly<{ caption: string; columns: readonly string[]; rows: readonly (readonly NumberedText[])[] }>;

export type NumberedSection = Readonly<{
  id: string;
  title: string;
  statements: readonly NumberedText[];
  tables: readonly NumberedTable[];
  prose: readonly ReportProse[];
}>;

/** A report with its notes numbered through: the same in every format. */
export type NumberedReport = Readonly<{
  title: string;
  /** What the report is of: the pin, in words. */
  about: readonly (readonly [name: string, value: string])[];
  sections: readonly NumberedSection[];
  notes: readonly Note[];
}>;

type Grounds = Omit<Note, 'number'>;

/** Numbers notes in the order in which they are first referred to; the same grounds have one note. */
class Notes {
  readonly #byKey = new Map<string, Note>();

  refer({ rule, factIds, excluded, sources }: Grounds): number {
    const grounds = { rule, factIds, excluded, sources };
    const key = JSON.stringify(grounds);
    const known = this.#byKey.get(key) ?? { number: this.#byKey.size + 1, ...grounds };
    this.#byKey.set(key, known);
    return known.number;
  }

  get all(): readonly Note[] {
    return [...this.#byKey.values()];
  }
}

const ofNumber = (number: ReportNumber, notes: Notes): NumberedPart => ({ text: number.printed, note: notes.refer(number) });

const ofParts = (parts: readonly ReportPart[], notes: Notes): NumberedText =>
  parts.map((part) => (typeof part === 'string' ? { text: part, note: null } : ofNumber(part, notes)));

/** The text of a statement, or of the first cell of a row, with what the whole rests on at its end. */
function grounded(text: NumberedText, { factIds }: Pick<ReportStatement, 'factIds'>, notes: Notes): NumberedText {
  if (factIds.length === 0) return text;
  return [...text, { text: '', note: notes.refer({ rule: '', factIds, excluded: [], sources: [] }) }];
}

const ofRow = (row: ReportRow, notes: Notes): readonly NumberedText[] =>
  row.cells.map((cell, index) => (index === 0 ? grounded(ofParts(cell, notes), row, notes) : ofParts(cell, notes)));

const aboutOf = ({ pin }: YearlyReport): NumberedReport['about'] => [
  ['Cycle', String(pin.cycle)],
  ['As of', dateText(pin.asOf)],
  ...(pin.knownAt === null ? [] : [['Known by', dateText(pin.knownAt)] as const]),
  ['Position in the log', String(pin.upTo)],
  ['Rules', pin.rules.join(', ')],
  ['Shape', pin.template],
  ['Language', pin.locale],
];

export function numbered(report: YearlyReport): NumberedReport {
  const notes = new Notes();
  const sections = report.sections.map(({ id, title, statements, tables, prose }) => ({
    id,
    title,
    statements: statements.map((each) => grounded(ofParts(each.says, notes), each, notes)),
    tables: tables.map(({ caption, columns, rows }) => ({ caption, columns, rows: rows.map((each) => ofRow(each, notes)) })),
    prose,
  }));
  return { title: report.title, about: aboutOf(report), sections, notes: notes.all };
}

/** What a report says of itself before it begins. */
export const PREAMBLE =
  'Made from the record of the tracker. Each number leads to a note with its rule and its facts. “On record” is what the record holds, which may be less than there was.';

/** How text that somebody wrote is told apart from what was made from the record. */
export const writtenBy = ({ writtenBy: name, effective }: ReportProse): string => `Written by ${name}, ${dateText(effective)}`;

/** The paragraphs of a text that somebody wrote. */
export const paragraphs = ({ text }: ReportProse): readonly string[] =>
  text.split(/\n\s*\n/).map((each) => each.replaceAll('\n', ' ').trim());

/** Where a number stands, as text. */
export const sourceText = ({ document, url, locator }: SourceReference): string =>
  [document, url, locator].filter((each) => each !== undefined).join(', ');

/** `3 because: withdrawn`: what was left out, by its reason. */
export function exclusions({ excluded }: Note): readonly Readonly<{ why: string; factIds: readonly string[] }>[] {
  const reasons = [...new Set(excluded.map(({ why }) => why))];
  return reasons.map((why) => ({ why, factIds: excluded.filter((each) => each.why === why).map(({ factId }) => factId) }));
}
