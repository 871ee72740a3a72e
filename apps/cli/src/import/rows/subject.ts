import { isSingleDate, type PartialDate, period } from '#event-sourcing';
import type { SessionKind } from '#workstreams';
import { dayOf, present } from '../cells.js';

/** The number of a meeting with what it counts: `Virtual Meeting VIa` is the sitting `a` of `Virtual Meeting` number `VI`. */
export type MeetingNumber = Readonly<{ counted: string; number: string; printed: string; called: string }>;

/** What the subject of a meeting says, as far as it says it in a form that is known here. */
export type Subject = Readonly<{
  /** The subject without what was read from it. */
  title: string;
  number?: MeetingNumber;
  /** `14:00`, in UTC. */
  time?: string;
  /** The last day of a meeting of several. */
  endsOn?: PartialDate;
  place?: string;
  /** As printed: `90+ registered participants`. */
  attendance?: string;
  session?: SessionKind;
  cycle?: number;
  isInformal: boolean;
  /** It was planned, and nothing says that it was held. */
  isPlanned: boolean;
  /** The agenda of another meeting was met on once more. */
  isRepeated: boolean;
  /** The day on which its summary was posted. */
  postedOn?: PartialDate;
  /** A summary of it is listed where the row comes from. */
  hasSummary: boolean;
}>;

/** What a row says beside its subject. */
type Beside = Readonly<{ date: PartialDate; isVirtual: boolean }>;

/** A text from which parts are read and taken away. */
class Words {
  constructor(public rest: string) {}

  /** The groups of a form that the text has, from now on without it. */
  take(form: RegExp): readonly (string | undefined)[] | undefined {
    const match = form.exec(this.rest);
    if (!match) return undefined;
    this.rest = (this.rest.slice(0, match.index) + this.rest.slice(match.index + match[0].length)).trim();
    return match.slice(1);
  }
}

const isDay = (date: PartialDate): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date);

const ROMAN_OR_ARABIC = String.raw`([IVXLC]+|\d{1,3})([a-d])?(?=$|[ ,:(])`;
const BEHIND = new RegExp(`^((?:[A-Z][\\w-]* ){0,3}[Mm]eeting) ${ROMAN_OR_ARABIC}`);
const OF_CYCLE = /^(MAG virtual meeting) ([IVXLC]+) of the \d{4} cycle\b/;
const BEFORE = /^(\d+(?:st|nd|rd|th)) ((?:[\w-]+ ){0,4}?(?:meeting|call))\b/;

/** The number that a subject begins with, in one of the forms in which meetings are counted. */
function numberIn(subject: string): MeetingNumber | undefined {
  const [, counted, number, letter = ''] = BEHIND.exec(subject) ?? OF_CYCLE.exec(subject) ?? [];
  if (counted !== undefined && number !== undefined) {
    return { counted, number, printed: number + letter, called: `${counted} ${number}` };
  }
  const [, ordinal, what] = BEFORE.exec(subject) ?? [];
  if (ordinal === undefined || what === undefined) return undefined;
  return { counted: what, number: ordinal, printed: ordinal, called: `${ordinal} ${what}` };
}

/** The last of the days `16-17 Feb`, of which the first is the date of the row. */
function lastDay(words: Words, date: PartialDate): PartialDate | undefined {
  const form = /, (\d{1,2})-(\d{1,2}) ([A-Z][a-z]{2,8})(?: (\d{4}))?(?=$|,| ?\()/;
  const before = words.rest;
  const [first, last, month, year = date.slice(0, 4)] = words.take(form) ?? [];
  if (first === undefined) return undefined;
  if (dayOf(`${first} ${month} ${year}`, 'subject') === date) return dayOf(`${last} ${month} ${year}`, 'subject');
  words.rest = before;
  return undefined;
}

/** `6 July` as the next such day from the meeting on. */
function nextDay(words: string, date: PartialDate): PartialDate {
  const year = Number(date.slice(0, 4));
  const day = dayOf(`${words} ${year}`, 'subject');
  return period(day).end <= period(date).first ? dayOf(`${words} ${year + 1}`, 'subject') : day;
}

/** Where a session is one of the annual meeting: the most telling words first. */
const SESSIONS: readonly (readonly [RegExp, SessionKind])[] = [
  [/\bmain session\b/i, 'main'],
  [/\bcoordination session\b/i, 'coordination'],
  [/\bcollaborative session\b/i, 'collaborative'],
  [/\bworkshop at\b/i, 'workshop'],
  [/\bopen forum\b/i, 'open forum'],
  [/\bsession at\b/i, 'other'],
];

/** What takes place at an annual meeting, and as what. Calls only speak of it. */
function atAnnualMeeting(subject: string, { isVirtual }: Beside): Pick<Subject, 'session' | 'cycle'> {
  const [, cycle] = /\bIGF (\d{4})\b/.exec(subject) ?? [];
  if (isVirtual || cycle === undefined) return {};
  const session = SESSIONS.find(([words]) => words.test(subject))?.[1];
  return { cycle: Number(cycle), ...(session && { session }) };
}

const PLACE = /^(?:\p{Lu}[\p{L}.'-]*|building)(?: (?:\p{Lu}[\p{L}.'-]*|building|\d+))*$|^room \d+$/u;
const WHEN = /^\d{1,2}(?::\d{2}|(?:-\d{1,2})? [A-Z])/;

/** Where people met: the last parts of the subject, behind commas, that are names. Brackets, days and hours are passed over. */
function placeIn(subject: string, { isVirtual }: Beside): string | undefined {
  const [, ...parts] = subject
    .replaceAll(/\s*\([^)]*\)/g, '')
    .split(', ')
    .filter((part) => !WHEN.test(part));
  const behind = parts.findLastIndex((part) => !PLACE.test(part) || /\bIGF \d{4}\b/.test(part));
  const place = parts.slice(behind + 1).join(', ');
  return isVirtual || place === '' ? undefined : place;
}

/**
 * Reads the subject of a meeting. What is not of a form that is known stays in the title.
 * @throws Unplaced when it names a day that does not exist
 */
export function subjectOf(subject: string, beside: Beside): Subject {
  const { date } = beside;
  const words = new Words(subject);
  const time = isDay(date) ? words.take(/ ?\((\d{2}:\d{2}) UTC\)/)?.[0] : undefined;
  const attendance = words.take(/ ?\(((?:about |over )?[\d,]+\+? (?:registered )?participants)\)/)?.[0];
  const isPlanned = words.take(/ ?\((?:planned\b[^)]*|announced)\)/) !== undefined;
  const hasSummary = words.take(/ ?\(summary listed\)/) !== undefined;
  const posted = words.take(/; (?:summary|notes) posted (?:to the list )?(?:on )?(\d{1,2} [A-Z][a-z]+)/)?.[0];
  // Two dates of one meeting that clash: the row has decided for one, and its note keeps both.
  words.take(/; (?:header|page title) says .+$/);
  const isRepeated = words.take(/,? same agenda repeated(?: for [^;,(]+)?/) !== undefined;
  const endsOn = lastDay(words, date);
  const number = numberIn(words.rest);
  const title = number ? words.rest.replace(`${number.counted} ${number.printed}`, number.called) : words.rest;
  const [, ofCycle] = /\bof the (\d{4}) cycle\b/.exec(subject) ?? [];
  const annual = atAnnualMeeting(words.rest, beside);
  return {
    title,
    isPlanned,
    hasSummary,
    isRepeated,
    isInformal: /\binformal\b/i.test(subject),
    ...annual,
    ...(ofCycle !== undefined && { cycle: Number(ofCycle) }),
    ...present({ number, time: timeOf(date, time), endsOn, place: placeIn(words.rest, beside), attendance }),
    ...(posted !== undefined && { postedOn: nextDay(posted, date) }),
  };
}

/** A time that is none is left out; the note keeps what was printed. */
const timeOf = (date: PartialDate, time: string | undefined): string | undefined =>
  time !== undefined && isSingleDate(`${date}T${time}Z`) ? time : undefined;
