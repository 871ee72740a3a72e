import type { PartialDate } from '#event-sourcing';
import { type Call, type DeadlineSlip, deadlineSlips, knownDay } from '#workstreams';
import { type CountCase, countRow, type CountRow, rowWithout } from './count.js';
import { type Duration, durationRows, measuredOf } from './durations.js';
import { callsAskedAbout, type Scoped } from './scope.js';

const NOT_A_DAY = 'one of the two dates is not known to the day';

type Around = Readonly<{ owners: Scoped<Call>['owners'] }>;

/** What all that is measured of one deadline has in common. */
function deadlineOf(call: Call, { kind, category }: Pick<DeadlineSlip, 'kind' | 'category'>, { owners }: Around) {
  return {
    by: 'deadline' as const,
    id: call.callId,
    name: `${call.title}: ${kind} date for ${category}`,
    workstreams: owners.of(call.workstreamIds),
    cycles: owners.cycles(call.workstreamIds, call.opened?.effective),
  };
}

const taking = (days: number | null, why: string): Pick<Duration, 'days' | 'none' | 'why'> => ({
  days,
  none: days === null ? 'unknown' : null,
  why: days === null ? why : null,
});

/** How far each deadline of a call slipped, as durations. */
const slipsOf = (call: Call, around: Around): readonly Duration[] =>
  deadlineSlips(call).map((slip) => ({
    ...deadlineOf(call, slip, around),
    what: 'days of slip',
    ...taking(slip.days, slip.from === null ? 'the date that was named first is not on record' : NOT_A_DAY),
    factIds: slip.factIds,
  }));

/** How often a deadline moved, and how often that was announced when the date had passed. */
function extensionRows(call: Call, slip: DeadlineSlip, around: Around): readonly CountRow[] {
  const { workstreams: _, cycles: _c, ...row } = deadlineOf(call, slip, around);
  const after = (wanted: string): readonly string[] =>
    slip.extensions.filter(({ afterThatDate }) => afterThatDate === wanted).map(({ factId }) => factId);
  const what = 'extensions announced after the date that they moved';
  const late =
    after('unknown').length > 0
      ? rowWithout('unknown', `surely ${after('yes').length}; of ${after('unknown').length} the dates leave it open`, {
          ...row,
          what,
          factIds: [...after('yes'), ...after('unknown')],
        })
      : countRow({ ...row, what, value: after('yes').length, factIds: after('yes').length > 0 ? after('yes') : slip.factIds });
  const moves = slip.extensions.map(({ factId }) => factId);
  return [countRow({ ...row, what: 'extensions', value: moves.length, from: slip.from, to: slip.to, factIds: slip.factIds }), late];
}

const SLIP_RULE = (says: string): string =>
  `Deadlines on record of ${says}, by the days from the date that was named first to the one that holds; 0 where it never moved. A closing date that followed an inclusion date is counted from that. An extension is announced late where it surely was announced after the date that it moved.`;

/** How far deadlines moved. */
export const slips: CountCase = {
  id: 'deadline-slips',
  title: 'How far the deadlines of calls moved',
  unit: 'deadlines',
  rule: SLIP_RULE('the calls asked about'),
  parameters: ['cycle', 'workstreamId', 'callId'],
  compute: (asked, tables) => {
    const scope = callsAskedAbout(asked, tables);
    const durations = scope.rows.flatMap((call) => slipsOf(call, scope));
    if (durations.length === 0) return null;
    const extensions = scope.rows.flatMap((call) => deadlineSlips(call).flatMap((slip) => extensionRows(call, slip, scope)));
    return { computed: measuredOf(durations, SLIP_RULE(scope.says)), rows: [...durationRows(durations), ...extensions] };
  },
};

function daysUntil({ opened }: Call, date: PartialDate | null): number | null {
  const [from, to] = [opened ? knownDay(opened.effective) : undefined, date === null ? undefined : knownDay(date)];
  return from === undefined || to === undefined ? null : to - from;
}

/** How long a call was open until each of its dates, as it was named first and as it holds. */
const leadTimesOf = (call: Call, around: Around): readonly Duration[] =>
  deadlineSlips(call).flatMap((slip) =>
    (
      [
        ['days to the date named first', slip.from],
        ['days to the date that holds', slip.to],
      ] as const
    ).map(([what, date]) => ({
      ...deadlineOf(call, slip, around),
      what,
      ...taking(daysUntil(call, date), 'its opening or that date is not known to the day'),
      factIds: slip.factIds,
    })),
  );

const LEAD_RULE = (says: string): string =>
  `Deadlines on record of ${says}, by the days from the opening of the call to the date that was named first, and to the one that holds: two numbers for each.`;

/** How much time calls gave. */
export const callLeadTimes: CountCase = {
  id: 'call-lead-times',
  title: 'How long calls were open before their deadlines',
  unit: 'spans of time',
  rule: LEAD_RULE('the calls asked about'),
  parameters: ['cycle', 'workstreamId', 'callId'],
  compute: (asked, tables) => {
    const scope = callsAskedAbout(asked, tables);
    const durations = scope.rows.flatMap((call) => leadTimesOf(call, scope));
    if (durations.length === 0) return null;
    return { computed: measuredOf(durations, LEAD_RULE(scope.says)), rows: durationRows(durations) };
  },
};
