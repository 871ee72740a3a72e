import { firstDay, lastDay, period } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { dateOfDay, type HeldAgenda, type KeptCadence, keptCadences, type Meeting, type MeetingSeries, meetingStatus } from '#workstreams';
import { askedDay } from '../asked.js';
import { meetings } from '../meeting-register/meeting-register.js';
import type { Excluded } from '../published-figures/computed-figures.js';
import { series } from '../series-register/series-register.js';
import { type CountCase, type CountQuestion, countRow, type CountRow, rowWithout } from './count.js';
import { momentOf } from './scope.js';

/** A series with how it kept to what was said of its rhythm, and what was left out. */
type SeriesKept = Readonly<{ row: MeetingSeries; kept: readonly KeptCadence[]; excluded: readonly Excluded[] }>;

function whyNot(meeting: Meeting, counted: ReadonlySet<string>): string | undefined {
  if (counted.has(meeting.meetingId)) return undefined;
  const status = meetingStatus(meeting);
  return status === 'held' ? 'held on a day that is not known, or outside the days looked at' : `${status}, not held`;
}

/** The days of a question: none before the first, and none after the day on which it is asked. */
const windowOf = (asked: CountQuestion): Readonly<{ from: number | undefined; to: number }> => ({
  from: asked.from === undefined ? undefined : firstDay(period(asked.from)),
  to: Math.min(lastDay(askedDay(asked).period), asked.to === undefined ? Infinity : lastDay(period(asked.to))),
});

function keptBy(row: MeetingSeries, asked: CountQuestion, tables: Tables): SeriesKept {
  const all = meetings(tables).rows({ series_id: row.seriesId }, momentOf(asked));
  const kept = keptCadences(row, all, windowOf(asked));
  const counted = new Set(kept.flatMap(({ held }) => held.map(({ meetingId }) => meetingId)));
  const excluded = all.flatMap((meeting) => {
    const why = meeting.begun && whyNot(meeting, counted);
    return why ? [{ factId: meeting.begun.factId, why }] : [];
  });
  return { row, kept, excluded };
}

const facts = (held: readonly HeldAgenda[]): readonly string[] => held.map(({ factId }) => factId);

type RowOfSpan = Pick<CountRow, 'by' | 'id' | 'name' | 'from' | 'to'>;

/** What one statement promised; where it promises no number that is told, and where nobody said anything. */
function promised({ stated, expected }: KeptCadence, of: RowOfSpan, said: readonly string[]): CountRow {
  const row = { ...of, what: 'meetings expected', factIds: said };
  if (expected !== null) return countRow({ ...row, value: expected });
  return stated
    ? rowWithout('not applicable', `${stated.printed ?? stated.cadence} promises no number`, row)
    : rowWithout('unknown', 'nobody has said how often', row);
}

/** What was promised while one statement was in force, and what was held. */
function spanRow(each: KeptCadence, { seriesId, name, started }: MeetingSeries): readonly CountRow[] {
  const { span, stated, held } = each;
  const printed = stated ? (stated.printed ?? stated.cadence) : 'no cadence stated';
  const of: RowOfSpan = { by: 'cadence', id: seriesId, name: `${name}: ${printed}`, from: dateOfDay(span.from), to: dateOfDay(span.to) };
  const said = [...new Set([started, stated].flatMap((fact) => fact?.factId ?? []))];
  return [
    promised(each, of, said),
    countRow({ ...of, what: 'meetings held', value: held.length, factIds: held.length > 0 ? facts(held) : said }),
  ];
}

const spanRows = ({ row, kept }: SeriesKept): readonly CountRow[] => kept.flatMap((each) => spanRow(each, row));

/** The days from one meeting to the next. */
function gapRows({ row, kept }: SeriesKept): readonly CountRow[] {
  const held = kept.flatMap((each) => each.held);
  return held.slice(1).map((later, index) => {
    const earlier = held[index]!;
    return countRow({
      by: 'gap',
      id: row.seriesId,
      name: row.name,
      what: 'days from one meeting to the next',
      value: later.day - earlier.day,
      from: dateOfDay(earlier.day),
      to: dateOfDay(later.day),
      factIds: [earlier.factId, later.factId],
    });
  });
}

function seriesAsked({ seriesId, workstreamId, ...asked }: CountQuestion, tables: Tables): readonly MeetingSeries[] {
  const view = series(tables);
  const moment = momentOf(asked);
  const one = seriesId === undefined ? undefined : view.row(seriesId, moment);
  const found =
    seriesId !== undefined ? (one ? [one] : []) : workstreamId !== undefined ? view.about(workstreamId, moment) : view.rows({}, moment);
  const isAsked = (row: MeetingSeries): boolean => workstreamId === undefined || row.workstreamIds.includes(workstreamId);
  return found.filter((row) => row.started !== null && isAsked(row));
}

const RULE =
  'Meetings of the series asked about that were held on a known day while the series surely ran: from its start, or from its first meeting where that was earlier, to the day that is asked about. Sittings of one meeting share an agenda and are one, on the first of them. The first cadence that was stated is taken to hold from the beginning, each later one from the date on which it was stated. Expected are as many meetings as the days suffice for.';

/** Meetings held, against what was said of how often. */
export const meetingsByCadence: CountCase = {
  id: 'meetings-by-cadence',
  title: 'Meetings held, against the cadence that was stated',
  unit: 'meetings',
  rule: RULE,
  parameters: ['seriesId', 'workstreamId', 'from', 'to'],
  compute: (asked, tables) => {
    const all = seriesAsked(asked, tables).map((row) => keptBy(row, asked, tables));
    if (all.length === 0) return null;
    const factIds = all.flatMap(({ kept }) => kept.flatMap(({ held }) => facts(held)));
    const excluded = all.flatMap((each) => each.excluded);
    return {
      computed: { value: factIds.length, rule: RULE, factIds, excluded },
      rows: all.flatMap((each) => [...spanRows(each), ...gapRows(each)]),
    };
  },
};
