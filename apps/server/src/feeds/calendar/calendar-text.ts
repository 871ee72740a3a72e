import type { CalendarEntry } from '#read-models';
import { dateText } from '../../web/dates.js';

const LINKS: Readonly<Record<CalendarEntry['links'][number]['to'], string>> = {
  page: 'Page',
  join: 'Join',
  agenda: 'Agenda',
  record: 'Minutes',
  recording: 'Recording',
};

const settledText = ({ settled }: CalendarEntry): string | null => {
  if (!settled) return null;
  const on = `on ${dateText(settled.effective)}`;
  return settled.as === 'done' ? `On record as done ${on}.` : `Called off ${on}.${settled.reason === null ? '' : ` ${settled.reason}`}`;
};

const movedText = ({ date, effective, reason }: CalendarEntry['former'][number]): string =>
  `Until ${dateText(effective)} it was planned for ${dateText(date)}.${reason === null ? '' : ` ${reason}`}`;

const namesText = (what: string, all: CalendarEntry['workstreams']): string | null =>
  all.length === 0 ? null : `${what}: ${all.map(({ name }) => name).join(', ')}`;

/** Calendars have little room for a heading; the whole of it stands in the description. */
const MOST_IN_HEADING = 150;

export const headingOf = ({ title }: CalendarEntry): string => {
  const line = title.replaceAll(/\s+/g, ' ');
  return line.length <= MOST_IN_HEADING ? line : `${line.slice(0, MOST_IN_HEADING - 1).toWellFormed()}…`;
};

/** What an entry is, for whom, what became of its dates, and where to look: nothing in it changes by itself as days go by. */
export function descriptionOf(entry: CalendarEntry, origin: string): string {
  const { title, text, former, links, workstreams, owedBy, person, settled, shownAt } = entry;
  const lines = [
    title === headingOf(entry) ? null : title,
    namesText('Of', workstreams),
    person?.name ?? null,
    text,
    settledText(entry),
    ...former.map(movedText),
    settled ? null : namesText('Waited for', owedBy ?? []),
    ...links.map(({ to, address }) => `${LINKS[to]}: ${address}`),
    `On record: ${origin}${shownAt}`,
  ];
  return lines.filter((line) => line !== null).join('\n');
}
