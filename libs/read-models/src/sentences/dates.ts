import { isSingleDate, type PartialDate } from '#event-sourcing';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function calendarText(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const parts = [day, month === undefined ? undefined : MONTHS[month - 1], year];
  return parts.filter((part) => part !== undefined).join(' ');
}

function singleText(date: string): string {
  const [day = '', time] = date.split('T');
  if (time === undefined) return calendarText(day);
  const utc = new Date(date).toISOString();
  return `${calendarText(utc.slice(0, 10))}, ${utc.slice(11, 16)} UTC`;
}

/** The last day of a year or month is meant where it is the end of a span. */
const endText = (date: string): string => `${date.length < 10 ? 'the end of ' : ''}${calendarText(date)}`;

/** A date in words, as exactly as it is known and no more. */
export function dateText(date: PartialDate): string {
  if (isSingleDate(date)) return singleText(date);
  const [, from, to] = /^\[(.*)\.\.(.*)\]$/.exec(date) ?? [];
  if (from && to) return `between ${calendarText(from)} and ${endText(to)}`;
  if (to) return `by ${endText(to)}`;
  return from ? `since ${calendarText(from)}` : 'on a date not known';
}
