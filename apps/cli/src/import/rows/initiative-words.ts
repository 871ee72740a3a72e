import type { PartialDate } from '#event-sourcing';
import {
  BeginForming,
  FoundInitiative,
  HoldAnnualMeeting,
  MentionInitiative,
  RecogniseInitiative,
  Rejuvenate,
  ScheduleAnnualMeeting,
} from '#workstreams';
import { yearOf } from '../cells.js';
import { clausesOf, type Form, meaningOf, type Told, told } from '../forms.js';
import { dateIn, PRINTED_DATE } from '../printed-dates.js';

type Facts = readonly Told[];

/** What the year of a row is the year of. Founded, first held and recognised are different dates (`DOMAIN.md`, Four dates). */
const BASES = (year: number, on: PartialDate): readonly Form<Facts>[] => [
  [/^(?:established|initiated|launched|founded)$/i, () => [told(FoundInitiative, on)]],
  [/^first held$/i, () => [told(HoldAnnualMeeting, on, { year, first: true })]],
  [/^(?:held|organi[sz]ed)$/i, () => [told(HoldAnnualMeeting, on, { year })]],
  [/^recogni[sz]ed$/i, () => [told(RecogniseInitiative, on)]],
];

const dated = (printed: string | undefined, meaning: (date: PartialDate) => Facts | undefined): Facts | undefined => {
  const date = printed === undefined ? undefined : dateIn(printed);
  return date === undefined ? undefined : meaning(date);
};

const mentioned = (as: string, on: string | undefined): Facts | undefined => dated(on, (date) => [told(MentionInitiative, date, { as })]);
const recognisedBy = (on: string | undefined): Facts | undefined => dated(on, (date) => [told(RecogniseInitiative, `[..${date}]`)]);

/** A plan was announced on some day up to the one for which it is. */
const scheduled = (on: string | undefined, tentatively?: string): Facts | undefined =>
  dated(on, (date) => {
    const plan = { year: yearOf(date)!, scheduledFor: date, ...(tentatively && { tentative: true }) };
    return [told(ScheduleAnnualMeeting, `[..${date}]`, plan)];
  });

/** What was said to have happened in a year, by a call of some day. */
function rejuvenated(year: string, call: string): Facts {
  const said = call && dateIn(call);
  return [told(Rejuvenate, said && yearOf(said) === Number(year) ? `[${year}..${said}]` : year)];
}

/** A whole clause; `DATE` stands for a printed date. */
const clause = (form: string): RegExp => new RegExp(`^${form.replaceAll('DATE', `(${PRINTED_DATE})`)}$`);

/**
 * How clauses of notes are written, and what is recorded of each. That a meeting has a date says neither that it was planned
 * nor that it was held: it is kept as printed. What no form knows stays in the note of the registration, with all the
 * other words.
 */
const FORMS: readonly Form<Facts>[] = [
  [clause('"rejuvenated" in (\\d{4})(?: according to the NRI call of DATE)?'), rejuvenated],
  [clause('"most recently recognized" in DATE'), (on) => recognisedBy(on)],
  [
    clause('(listed as recognised by .+) in DATE, but among the "most recently recognized" in DATE'),
    (as, on, recognised) => [...(mentioned(as, on) ?? []), ...(recognisedBy(recognised) ?? [])],
  ],
  [clause('agreed to be formed at a preliminary meeting in DATE'), (on) => dated(on, (date) => [told(BeginForming, date)])],
  [clause('"recently established" in DATE'), (on) => dated(on, (date) => [told(FoundInitiative, `[..${date}]`)])],
  [clause('first meeting (?:was announced|scheduled) for DATE'), (on) => scheduled(on)],
  [clause('\\w+ lists DATE'), (on) => scheduled(on)],
  [clause('meeting (tentatively) DATE'), (tentatively, on) => scheduled(on, tentatively)],
  [clause('(present at the DATE .+)'), (as, on) => mentioned(as, on)],
  [clause('(\\w+ edition DATE(?: in .+)?)'), (as, on) => mentioned(as, on)],
  [clause('(meeting DATE)'), (as, on) => mentioned(as, on)],
  [clause('(.+ preparatory meeting in DATE)'), (as, on) => mentioned(as, on)],
];

/** What a row on an initiative tells of it: what the year is the year of, and what the note says, clause by clause. */
export function initiativeFacts(on: PartialDate | undefined, basis: string | undefined, note: string | undefined): Facts {
  const began = on === undefined || basis === undefined ? [] : (meaningOf(basis, BASES(yearOf(on)!, on)) ?? []);
  return [...began, ...clausesOf(note).flatMap((words) => meaningOf(words, FORMS) ?? [])];
}
