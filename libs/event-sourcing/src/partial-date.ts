/**
 * A date as exactly as it is known, in EDTF (ISO 8601-2):
 * an instant `2016-08-31T12:00Z`, a day `2016-08-31`, a month `2016-08`, a year `2016`,
 * bounds `[2016-07-11..2016-11-14]`, `[..2016-11-14]`, `[2016-07..]`, or `XXXX` when nothing is known. Days are days in UTC.
 */
export type PartialDate = string;

/** All instants at which a partial date may lie: from `first` up to but not including `end`, in milliseconds since 1970. */
export type Period = Readonly<{ first: number; end: number }>;

export const DAY = 86_400_000;

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;
const CALENDAR = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const BOUNDS = /^\[([^.\]]*)\.\.([^.\]]*)\]$/;

const utc = (year: number, month: number, day: number): number => new Date(0).setUTCFullYear(year, month, day);

/** Where an open bound stops: a finite number sorts and stores like any other. */
const ALWAYS: Period = { first: utc(1, 0, 1), end: utc(10_000, 0, 1) };

function calendarPeriod(text: string): Period | undefined {
  const match = CALENDAR.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map((part: string | undefined) => (part === undefined ? undefined : Number(part)));
  if (!year || month === 0 || (month ?? 1) > 12) return undefined;
  if (month === undefined) return { first: utc(year, 0, 1), end: utc(year + 1, 0, 1) };
  if (day === undefined) return { first: utc(year, month - 1, 1), end: utc(year, month, 1) };
  const first = utc(year, month - 1, day);
  return new Date(first).getUTCDate() === day ? { first, end: first + DAY } : undefined;
}

function instantPeriod(text: string): Period | undefined {
  const match = INSTANT.exec(text);
  if (!match || !calendarPeriod(match[1]!)) return undefined;
  const first = Date.parse(text);
  return { first, end: first + 1 };
}

function boundsPeriod(text: string): Period | undefined {
  const [, from, to] = BOUNDS.exec(text) ?? [];
  const earliest = from ? calendarPeriod(from) : ALWAYS;
  const latest = to ? calendarPeriod(to) : ALWAYS;
  if (!earliest || !latest || (!from && !to)) return undefined;
  return earliest.first < latest.end ? { first: earliest.first, end: latest.end } : undefined;
}

const known = new Map<string, Period>();

/** The period of a partial date, or `undefined` if the text is none. */
export function periodOf(text: string): Period | undefined {
  const remembered = known.get(text);
  if (remembered) return remembered;
  const period = text === 'XXXX' ? ALWAYS : (calendarPeriod(text) ?? instantPeriod(text) ?? boundsPeriod(text));
  // The same few thousand days come again and again in a log: parsing them once is what makes a rebuild fast.
  if (known.size >= 50_000) known.clear();
  if (period) known.set(text, period);
  return period;
}

/** The period of a partial date that was checked when it came in. */
export function period(date: PartialDate): Period {
  const found = periodOf(date);
  if (!found) throw new RangeError(`'${date}' is not a date: give an instant, day, month, year or bounds in EDTF.`);
  return found;
}

/** The number of the UTC day, counted from 1970-01-01, on which a period may first lie: what history is ordered by. */
export const firstDay = ({ first }: Period): number => Math.floor(first / DAY);

/** The number of the UTC day on which a period may last lie. */
export const lastDay = ({ end }: Period): number => Math.ceil(end / DAY) - 1;

/** The end (exclusive, milliseconds) of that day. */
export const endOfLastDay = (period: Period): number => (lastDay(period) + 1) * DAY;

/** Whether a date is a single instant, day, month or year, as a plan or a question must be, rather than bounds. */
export const isSingleDate = (text: string): boolean => !text.startsWith('[') && text !== 'XXXX' && periodOf(text) !== undefined;
