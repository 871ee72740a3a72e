import { parse, type PartialDate } from '#event-sourcing';
import { measureOf, printedMeasure, PublishFigure } from '#workstreams';
import { workstreamsOf } from '../activity.js';
import { about, type About, date, text, Unplaced, yearOf } from '../cells.js';
import type { Row } from '../csv-file.js';
import { type Form, meaningOf } from '../forms.js';
import { idFor } from '../names.js';
import { dateIn, PRINTED_DATE } from '../printed-dates.js';
import type { ReadRow } from './reading.js';
import { documentOf, type PublishedIn } from './documents.js';

/** The single workstreams of which printed measures speak, as activities are named. */
const ABOUT = (year: number): readonly Form<readonly string[]>[] => [
  [/^(BPF .+) contributions$/, (forum) => [`${forum} ${year}`]],
  [/^(CENB Phase (?:I|II|III|IV)) contributions\b/, (phase) => [phase]],
  [/^CENB contributions, phases I and II together$/, () => ['CENB Phase I', 'CENB Phase II']],
  // "In three years", said by the call of the fourth phase: those of the three before it.
  [/^CENB submissions over three years$/, () => ['CENB Phase I', 'CENB Phase II', 'CENB Phase III']],
];

const since = (date: PartialDate | undefined): PartialDate | undefined => date && `[${date}..]`;

/** When it was said, in the words of a note. */
const SAID: readonly Form<PartialDate>[] = [
  [new RegExp(`^stated in (${PRINTED_DATE})$`), (when) => dateIn(when)],
  [new RegExp(`^oral recollection in (${PRINTED_DATE})\\b`), (when) => dateIn(when)],
  [new RegExp(`^as of (${PRINTED_DATE})$`), (when) => since(dateIn(when))],
];

/** A note that says nothing else belongs to the number. */
const ABOUT_SO_MANY = /^about$/i;

function valueOf(row: Row): string {
  const value = text(row, 'value');
  return ABOUT_SO_MANY.test(row.cells.note ?? '') ? `about ${value}` : value;
}

function dateOf(row: Row): PartialDate {
  const speaksOf = date(row, 'date');
  if (speaksOf === undefined) throw new Unplaced('date is empty: give the date or the year of which it speaks');
  return speaksOf;
}

/** When it was said, where it stands in a paper of which that is known, or where the note tells. */
const saidOn = (row: Row, paper: PublishedIn | undefined): PartialDate | undefined => paper?.said ?? meaningOf(row.cells.note ?? '', SAID);

/** The paper in which it stands, and what tells one source from another: the same paper goes by several names. */
function placeOf({ sources = [] }: About): Readonly<{ paper: PublishedIn | undefined; key: string }> {
  const names = sources.flatMap(({ document, url }) => document ?? url ?? []);
  const paper = names.map(documentOf).find((each) => each !== undefined);
  return { paper, key: paper?.title ?? names.join('; ') };
}

/**
 * A number that somebody published, of the date in its row. When it was said is known where it stands in a paper of which that
 * is known, or where the note tells; else it was said at some time since the date of which it speaks.
 */
export const count: ReadRow = (row, known) => {
  const [printed, value, speaksOf] = [text(row, 'measure'), valueOf(row), dateOf(row)];
  const said = about(row, row.cells.note);
  const { paper, key } = placeOf(said);
  const { measure, ...told } = printedMeasure(printed);
  const year = yearOf(speaksOf)!;
  const names = meaningOf(printed, ABOUT(year)) ?? [];
  const workstreamIds = names.flatMap((name) => workstreamsOf(name, known, year)).map(({ workstreamId }) => workstreamId);
  const figure = parse(PublishFigure, {
    figureId: idFor('figure', printed, speaksOf, value, key),
    measure,
    ...told,
    value,
    speaksOf,
    ...(measureOf(measure)?.counted === 'in a cycle' && { cycle: year }),
    ...(workstreamIds.length > 0 && { workstreamIds }),
    ...(paper && { statedBy: paper.statedBy }),
    effective: saidOn(row, paper) ?? `[${speaksOf}..]`,
    ...said,
  });
  return { commands: [figure] };
};
