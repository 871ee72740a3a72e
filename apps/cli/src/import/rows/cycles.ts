import { parse } from '#event-sourcing';
import { DescribeAnnualMeeting, RegisterCycle } from '#workstreams';
import { about, between, date, text, Unplaced, year } from '../cells.js';
import type { Row } from '../csv-file.js';
import { cycleIdOf, idFor } from '../names.js';
import { dateIn } from '../printed-dates.js';
import { idOf, type ReadRow, registering } from './reading.js';

/** What stands for a city where the meeting was held online only. */
const VIRTUAL = /^\(virtual\)$/i;

/** Day 0, where the note gives it by itself. That other dates have it included says no day. */
const DAY_ZERO = /\bday 0 on (\d{1,2} [A-Z][a-z]+)\b/i;

function number(row: Row): number {
  const value = text(row, 'igf_number');
  if (/^\d+$/.test(value)) return Number(value);
  throw new Unplaced(`igf_number: '${value}' is not a whole number`);
}

type Said = Omit<DescribeAnnualMeeting, 'workstreamId'>;

/** The fields of a description that the row gives. */
const given = (fields: Readonly<Record<string, string | true | undefined>>): Partial<Said> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** What the row says of the annual meeting. */
function meetingIn(row: Row): Partial<Said> {
  const { overall_theme: theme, city, country, note } = row.cells;
  const isVirtual = VIRTUAL.test(city ?? '');
  const [, dayZero] = DAY_ZERO.exec(note ?? '') ?? [];
  return given({
    theme,
    ...(isVirtual ? { virtual: true } : { city }),
    country,
    startsOn: date(row, 'start_date'),
    endsOn: date(row, 'end_date'),
    ...(dayZero && { dayZeroOn: dateIn(`${dayZero} ${text(row, 'year')}`) }),
  });
}

/**
 * A cycle, with what the row says of the annual meeting that ended it. No source tells when its preparation began: it had by
 * the first day of that meeting. What is said of the meeting was so by its last day.
 */
export const cycle: ReadRow = (row, known) => {
  const named = year(row, 'year');
  const onRecord = known.workstreams().filter((each) => each.kind === 'cycle' && each.cycle === named);
  const meeting = meetingIn(row);
  const { startsOn, endsOn } = meeting;
  const registration = {
    workstreamId: cycleIdOf(named),
    name: `IGF ${named}`,
    number: number(row),
    cycle: named,
    effective: between(undefined, startsOn ?? endsOn ?? named),
    ...about(row),
  };
  const workstreamId = idOf(onRecord, registration.workstreamId);
  const description = {
    workstreamId,
    requestId: idFor('annual meeting', workstreamId, ...Object.values(meeting).map(String)),
    ...meeting,
    effective: between(undefined, endsOn ?? startsOn ?? named),
    ...about(row, row.cells.note),
  };
  const registered = registering(RegisterCycle, registration, onRecord);
  return { ...registered, commands: [...registered.commands, parse(DescribeAnnualMeeting, description)] };
};
