import { type Day, heldAgenda, knownDay, type Meeting, MINUTES_DAYS, minutesStanding, type MinutesStanding } from '#workstreams';
import { askedDay } from '../asked.js';
import { within } from '../meeting-register/within.js';
import { datesOf } from '../meeting-register/meeting-register.js';
import type { CountCase, CountQuestion } from './count.js';
import { type Duration, durationRows, measuredOf } from './durations.js';
import { meetingsAskedAbout, type Scoped } from './scope.js';

type Around = Readonly<{ owners: Scoped<Meeting>['owners'] }>;

/** What all that is measured of one meeting has in common. */
const meetingOf = (meeting: Meeting, { owners }: Around) => ({
  by: 'meeting' as const,
  id: meeting.meetingId,
  name: meeting.title,
  workstreams: owners.of(meeting.workstreamIds),
  cycles: owners.cycles(meeting.workstreamIds, datesOf(meeting)[0]),
});

type Told = Pick<Duration, 'days' | 'none' | 'why'>;

/** Why the record of a meeting took no number of days. */
const NO_DELAY: Readonly<Record<MinutesStanding['state'], Omit<Told, 'days'>>> = {
  published: { none: null, why: null },
  owed: { none: 'owed', why: `no record yet, and ${MINUTES_DAYS} days have not passed` },
  missing: { none: 'missing', why: `no record after more than ${MINUTES_DAYS} days` },
  unknown: { none: 'unknown', why: 'the last sitting or its record is not known to the day' },
  'not applicable': { none: 'not applicable', why: 'not on record as held' },
};

/** How long after a meeting its record came, or how it stands with it. */
function minutesDelayOf(meeting: Meeting, day: Pick<Day, 'period'>, around: Around): Duration {
  const { state, days, factIds } = minutesStanding(meeting, day);
  const facts = factIds.length > 0 ? factIds : [meeting.begun!.factId];
  return { ...meetingOf(meeting, around), what: 'days to the record', days, ...NO_DELAY[state], factIds: facts };
}

const MINUTES_RULE = (says: string): string =>
  `Records of ${says}, by the days from the last sitting to the first record of it. A meeting without one owes it, and after ${MINUTES_DAYS} days it is missing.`;

function spanned(asked: CountQuestion, rows: readonly Meeting[]): readonly Meeting[] {
  const isWanted = within(asked.from, asked.to);
  return rows.filter((row) => datesOf(row).some(isWanted));
}

/** How late the records of meetings came. */
export const minutesDelays: CountCase = {
  id: 'minutes-delays',
  title: 'How long after meetings their records came',
  unit: 'records',
  rule: MINUTES_RULE('the meetings asked about'),
  parameters: ['cycle', 'workstreamId', 'seriesId', 'from', 'to'],
  compute: (asked, tables) => {
    const scope = meetingsAskedAbout(asked, tables);
    const day = askedDay(asked);
    const durations = spanned(asked, scope.rows).map((meeting) => minutesDelayOf(meeting, day, scope));
    if (durations.length === 0) return null;
    return { computed: measuredOf(durations, MINUTES_RULE(scope.says)), rows: durationRows(durations) };
  },
};

/** How long before it was held a meeting was announced. One that came on record afterwards has no announcement there. */
function announcedBefore({ begun, ...meeting }: Meeting): Told & Pick<Duration, 'factIds'> {
  const held = heldAgenda({ begun, ...meeting });
  const factIds = [...(begun ? [begun.factId] : []), ...(held && held.factId !== begun?.factId ? [held.factId] : [])];
  if (begun?.as !== 'scheduled') return { days: null, none: 'unknown', why: 'no announcement is on record', factIds };
  if (!held) return { days: null, none: 'not applicable', why: 'not on record as held on a day', factIds };
  const announced = knownDay(begun.effective);
  if (announced === undefined) return { days: null, none: 'unknown', why: 'its announcement is not known to the day', factIds };
  return { days: held.day - announced, none: null, why: null, factIds };
}

const ANNOUNCED_RULE = (says: string): string =>
  `Announced ones of ${says} that were held, by the days from the announcement to the first sitting.`;

/** How long before they were held meetings were announced. */
export const meetingLeadTimes: CountCase = {
  id: 'meeting-lead-times',
  title: 'How long before meetings they were announced',
  unit: 'meetings',
  rule: ANNOUNCED_RULE('the meetings asked about'),
  parameters: ['cycle', 'workstreamId', 'seriesId', 'from', 'to'],
  compute: (asked, tables) => {
    const scope = meetingsAskedAbout(asked, tables);
    const durations = spanned(asked, scope.rows).map((meeting) => ({
      ...meetingOf(meeting, scope),
      what: 'days from the announcement',
      ...announcedBefore(meeting),
    }));
    if (durations.length === 0) return null;
    return { computed: measuredOf(durations, ANNOUNCED_RULE(scope.says)), rows: durationRows(durations) };
  },
};
