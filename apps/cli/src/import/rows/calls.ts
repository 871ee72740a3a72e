import { isSingleDate, parse, type PartialDate } from '#event-sourcing';
import { type CALL_PURPOSES, ExtendDeadline, OpenCall } from '#workstreams';
import { activityOf, workstreamsOf } from '../activity.js';
import { about, between, date, text, Unplaced, yearOf } from '../cells.js';
import type { Row } from '../csv-file.js';
import { callIdOf, idFor, plain } from '../names.js';
import { cycleOf } from '../on-record.js';
import { counting, countsIn } from './counted.js';
import { NOTHING, type ReadRow } from './reading.js';

/** What a note says of a date by which contributions go into a draft, where later ones are still welcome (`DOMAIN.md`, Rolling input). */
const FOR_INCLUSION = /\bsoft\b|\brolling\b|\bdeadline for Draft\b|\bdrafting starts\b/i;
/** After such a date contributions went on being taken, until the one to which the call was extended. */
const ROLLING = /\brolling\b/i;

const kindOfDeadline = ({ cells }: Row): 'inclusion' | 'closing' => (FOR_INCLUSION.test(cells.note ?? '') ? 'inclusion' : 'closing');

/** What a call is for, as far as its title says so itself. */
function purposeOf(title: string): (typeof CALL_PURPOSES)[number] | undefined {
  if (/\bsurvey\b/i.test(title)) return 'survey';
  if (/^comments\b/i.test(title)) return 'comments';
  if (/\bproposals\b/i.test(title)) return 'proposals';
  return /\btak(e|ing) stock\b/i.test(title) ? 'stocktaking' : undefined;
}

type Dates = Readonly<Record<'opened' | 'deadline' | 'extendedTo', PartialDate | undefined>>;

/** The opening, with the first deadline. It happened on the day that is given, else by the first thing that is known of the call. */
function opening(
  row: Row,
  { opened, deadline }: Dates,
  by: PartialDate | number | undefined,
  ids: Pick<OpenCall, 'callId' | 'workstreamIds'>,
): OpenCall {
  const title = text(row, 'title');
  const purpose = purposeOf(title);
  return parse(OpenCall, {
    ...ids,
    title,
    ...(purpose && { purpose }),
    ...(deadline && { [kindOfDeadline(row) === 'inclusion' ? 'inclusionDate' : 'closingDate']: deadline }),
    effective: opened ?? between(undefined, deadline ?? by),
    ...about(row, row.cells.note),
  });
}

/** No source gives the day on which an extension was announced: between the opening and the new date. */
function extension(row: Row, callId: string, to: PartialDate, opened: PartialDate | undefined): ExtendDeadline {
  return parse(ExtendDeadline, {
    callId,
    requestId: idFor('extension', callId, to),
    deadline: ROLLING.test(row.cells.note ?? '') ? 'closing' : kindOfDeadline(row),
    to,
    effective: between(opened, to),
    ...about(row, row.cells.note),
  });
}

/** A call with its deadline, its extension and the numbers of contributions. */
export const call: ReadRow = (row, known) => {
  const [activity, title] = [text(row, 'activity'), text(row, 'title')];
  const dates = { opened: date(row, 'opened'), deadline: date(row, 'deadline'), extendedTo: date(row, 'extended_to') };
  const { opened, extendedTo } = dates;
  const { workstreamIds, registrations, cycle } = activityOf(activity, known, yearOf(opened ?? dates.deadline));
  const [callId, counts] = [callIdOf(activity, title), countsIn(row.cells.contributions)];
  const elsewhere = known.callsOf(workstreamIds).find((other) => plain(other.title) === plain(title) && other.callId !== callId);
  const id = elsewhere?.callId ?? callId;
  const by = counts.find((each) => each.by)?.by ?? cycle;
  return {
    commands: [
      ...registrations,
      ...(elsewhere ? [] : [opening(row, dates, by, { callId, workstreamIds })]),
      ...(extendedTo ? [extension(row, id, extendedTo, opened)] : []),
      ...counting(counts, { callId: id, opened, cycle }, about(row, row.cells.note)),
    ],
    already: elsewhere ? 1 : 0,
  };
};

/** The call of a CENB phase that asked the public for input, by the titles that it had over the years. */
const PUBLIC_INPUT = /public input|background contributions/i;

/** The numbers of contributions in the row of a CENB phase are about its call for public input. */
export const contributionsOfPhase: ReadRow = (row, known) => {
  const counts = countsIn(row.cells.contributions);
  if (counts.length === 0) return NOTHING;
  const [phase] = workstreamsOf(`CENB Phase ${text(row, 'phase')}`, known);
  const calls = known.callsOf([phase!.workstreamId]).filter(({ title }) => PUBLIC_INPUT.test(title));
  if (calls.length !== 1) {
    const found = calls.length === 0 ? 'no call' : 'more than one call';
    throw new Unplaced(
      `contributions: ${found} for public input of this phase is on record. The phase itself is; import calls.csv, then this file`,
    );
  }
  const { callId, opened } = calls[0]!;
  const day = opened && isSingleDate(opened.effective) ? opened.effective : undefined;
  return { commands: counting(counts, { callId, opened: day, cycle: cycleOf(phase!) }, about(row, row.cells.contributions_note)) };
};
