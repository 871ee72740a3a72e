import { DAY, lastDay, period } from '#event-sourcing';
import { minutesOwedSince } from '../meeting/minutes.js';
import { expectedGap } from '../meeting-series/cadence.js';
import { cadenceInForce, type MeetingSeries } from '../meeting-series/meeting-series.js';
import type { Step } from '../step.js';
import { pastClosing } from './call-stage.js';
import { type Condition, madeBy } from './condition.js';
import type { Day } from './day.js';
import type { StatusRule } from './rule.js';
import { isHost, occasionsHeld, type Work } from './work.js';

const STATUSES = ['heard from', 'silent'] as const;

/** Minutes of calls came after 7 to 13 days: what is owed for this long is more than late. */
const MINUTES_DAYS = 30;
const LIFE_YEARS = 2;

/** Beyond this day a date says no more than that it was at some time. */
const NO_DAY = lastDay(period('9999'));

const lastDayOf = ({ effective }: Step): number => lastDay(period(effective));

/** The latest of some steps, of those of which a last day is known. */
const latest = (steps: readonly Step[]): Step | undefined =>
  steps
    .filter((step) => lastDayOf(step) < NO_DAY)
    .toSorted((a, b) => lastDayOf(a) - lastDayOf(b))
    .at(-1);

/** Whole days from the last day on which a step may have happened to the day; below zero where its year, say, is not over. */
const daysSince = (step: Step, day: Day): number => lastDay(day.period) - lastDayOf(step);

/** Whether work goes on: what is of one cycle owes nothing after it, nor does what has come to an end. */
export function goesOn({ workstream }: Work, { year }: Day): boolean {
  const isOver =
    ('cycle' in workstream && workstream.kind !== 'cycle' && workstream.cycle < year) ||
    ('closed' in workstream && workstream.closed !== null);
  const isGone =
    ('merged' in workstream && workstream.merged !== null) ||
    (workstream.kind === 'dynamic-coalition' && workstream.coalition.successions.length > 0);
  return !isOver && !isGone;
}

/** What was said of the rhythm of a series and when it last met, if that is too long ago. */
function tooLongAgo(series: MeetingSeries, { meetings }: Work, day: Day): readonly Step[] {
  const stated = cadenceInForce(series);
  const gap = stated && expectedGap(stated.cadence);
  if (!stated || !gap || series.ended) return [];
  const held = latest(occasionsHeld(meetings, ({ seriesId }) => seriesId === series.seriesId));
  const since = latest([stated, ...(held ? [held] : [])]);
  return since && daysSince(since, day) > 2 * gap ? [stated, ...(held ? [held] : [])] : [];
}

const offBeat: Condition<Work> = {
  says: '[a|no] series has gone without a meeting for more than twice the days that its stated cadence promises',
  holds: (work, day) => (goesOn(work, day) ? madeBy(work.series.flatMap((series) => tooLongAgo(series, work, day))) : undefined),
};
const minutesOwed: Condition<Work> = {
  says: `[minutes|no minutes] have been owed for more than ${MINUTES_DAYS} days`,
  holds: (work, day) =>
    madeBy(
      occasionsHeld(work.meetings.filter(isHost(work)), (meeting) => {
        const since = minutesOwedSince(meeting);
        return since !== null && (day.period.end - period(since).first) / DAY > MINUTES_DAYS;
      }),
    ),
};
const deadlinePassed: Condition<Work> = {
  says: '[a|no] call is past its closing date without having been closed',
  holds: ({ calls }, day) => {
    const factIds = calls.flatMap((call) => pastClosing(call, day));
    return factIds.length > 0 ? factIds : undefined;
  },
};

/** All that shows that there is an initiative. */
function signsOf({ workstream }: Work): readonly Step[] {
  if (workstream.kind !== 'igf-initiative') return [];
  const { forming, founded, recognised, listings, meetingsScheduled, meetingsHeld, turns, attestations } = workstream.initiative;
  const heardOf = [forming, founded, recognised, listings, meetingsScheduled, meetingsHeld, turns, attestations];
  return [workstream.registered, ...heardOf.flat(), ...workstream.reports];
}

const unheard: Condition<Work> = {
  says: `[no|a] meeting, report or other mention of the last ${LIFE_YEARS} years is on record`,
  holds: (work, day) => {
    const last = latest(signsOf(work));
    return last && daysSince(last, day) > LIFE_YEARS * 365 ? [last.factId] : undefined;
  },
};

type Silence = StatusRule<Work, (typeof STATUSES)[number]>;

const ruleOf = (name: string, source: string, findings: readonly Condition<Work>[]): Silence => ({
  name,
  statuses: STATUSES,
  versions: [
    {
      version: '2014',
      from: '2014',
      source,
      cases: findings.map((finding) => ({ status: 'silent', when: [finding] })),
      otherwise: 'heard from',
    },
  ],
});

const SOURCE =
  'Our reading of https://mail.intgovforum.org/pipermail/bp_ipv6_intgovforum.org/2016-August/000516.html (minutes), and of series that met at another rhythm than was stated.';

/** Whether what was to be heard of a workstream was heard: a sign that somebody should ask, and no judgement of its work (`DOMAIN.md`, Status). */
export const silence = ruleOf('silence', SOURCE, [offBeat, minutesOwed, deadlinePassed]);

/** The same for an IGF initiative, which nobody calls dormant for being silent. */
export const initiativeSilence = ruleOf('silence of an initiative', SOURCE, [offBeat, minutesOwed, deadlinePassed, unheard]);
