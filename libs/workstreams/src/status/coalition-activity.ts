import type { CoalitionTurn } from '../dynamic-coalition/coalition-life.js';
import type { DynamicCoalition } from '../dynamic-coalition/dynamic-coalition.js';
import { foldedBefore, type Step } from '../step.js';
import { type Condition, madeBy, not } from './condition.js';
import { isRecent } from './day.js';
import { overdueStandards } from './overdue-standards.js';
import type { RuleVersion, StatusRule } from './rule.js';
import { occasionsHeld, wasThere, type Work } from './work.js';

const STATUSES = ['exploratory', 'proposed', 'active', 'inactive', 'succeeded', 'unknown'] as const;
type Activity = (typeof STATUSES)[number];

type Coalition = Work<DynamicCoalition>;
type Look = Condition<Coalition>;

const lifeOf = ({ workstream }: Coalition) => workstream.coalition;
const takenUp = (work: Coalition): readonly CoalitionTurn[] => lifeOf(work).turns.filter(({ to }) => to !== 'inactive');
const shownActive = (work: Coalition): readonly Step[] => lifeOf(work).listings.filter((listing) => listing.as === 'active');
const mainSessions = (work: Coalition): readonly Step[] =>
  occasionsHeld(work.meetings.filter(wasThere(work)), ({ session }) => session === 'main');

/** All that tells that a coalition was at work. */
const signs = (work: Coalition): readonly Step[] => [
  ...takenUp(work),
  ...shownActive(work),
  ...work.workstream.reports,
  ...mainSessions(work),
];

/** Words that a coalition is inactive: of a source, or of a list. */
const callings = (work: Coalition): readonly Step[] => [
  ...lifeOf(work).turns.filter(({ to }) => to === 'inactive'),
  ...lifeOf(work).listings.filter((listing) => listing.as === 'inactive'),
];

const wasCalledInactive = (work: Coalition): boolean => callings(work).length > 0;

/** Those signs that no word of inactivity followed. */
const holding = <T extends Step>(these: readonly T[], work: Coalition): readonly T[] =>
  these.filter((sign) => !callings(work).some((called) => !foldedBefore(called, sign)));

const succeeded: Look = {
  says: 'another coalition has [|not ]succeeded it',
  holds: (work) => madeBy(lifeOf(work).successions),
  lasting: true,
};
// Only a sign of work ends it, and that is a condition of its own.
const calledInactive: Look = {
  says: '[a|no] source has called it inactive since the last sign of its work',
  holds: (work) => madeBy(callings(work).filter((called) => !signs(work).some((sign) => foldedBefore(called, sign)))),
  lasting: true,
};
const reported: Look = {
  says: '[a|no] report or paper for {year} or {before}<, later than the last word that it is inactive,> is on record',
  matters: wasCalledInactive,
  holds: (work, { year }) =>
    madeBy(
      holding(
        work.workstream.reports.filter((report) => report.year >= year - 1),
        work,
      ),
    ),
};
const reportedEarlier: Look = {
  says: '[a|no] report or paper for a year before {before} is on record',
  holds: ({ workstream: { reports } }, { year }) => madeBy(reports.filter((report) => report.year < year - 1)),
  lasting: true,
};
const recognised: Look = {
  says: 'it was [|neither ]recognised [or|nor] recommitted in {year} or {before}<, later than the last word that it is inactive>',
  matters: wasCalledInactive,
  holds: (work, day) =>
    madeBy(
      holding(
        takenUp(work).filter((turn) => isRecent(turn, day)),
        work,
      ),
    ),
};
const listed: Look = {
  says: '[a|no] list of {year} or {before}<, later than the last word that it is inactive,> shows it as active',
  matters: wasCalledInactive,
  holds: (work, day) =>
    madeBy(
      holding(
        shownActive(work).filter((listing) => isRecent(listing, day)),
        work,
      ),
    ),
};
const inMainSession: Look = {
  says: 'it took [|no ]part in a main session of {year} or {before}<, later than the last word that it is inactive>',
  matters: wasCalledInactive,
  holds: (work, day) =>
    madeBy(
      holding(
        mainSessions(work).filter((session) => isRecent(session, day)),
        work,
      ),
    ),
};
const hasWorked: Look = { says: '[a|no] sign of its work is on record', holds: (work) => madeBy(signs(work)), lasting: true };
const works: Look = {
  says: '[a|no] sign of its work<, later than the last word that it is inactive,> is on record',
  matters: wasCalledInactive,
  holds: (work) => madeBy(holding(signs(work), work)),
};
const proposed: Look = {
  says: '[a|no] proposal is on record',
  holds: (work) => madeBy(lifeOf(work).proposals),
  lasting: true,
};
const exploring: Look = {
  says: 'people have [|not ]begun to explore it',
  holds: (work) => madeBy(lifeOf(work).exploring),
  lasting: true,
};
const onRecord: Look = { says: 'it is [|not ]on record', holds: ({ workstream }) => [workstream.registered.factId], lasting: true };
const overdue: Look = {
  says: '[a|no] common standard is unmet after the day by which that was to be put right',
  holds: (work, day) => madeBy(overdueStandards(lifeOf(work).standardsChecks, day)),
};

type Version = RuleVersion<Coalition, Activity>;
type Case = Version['cases'][number];

const SUCCEEDED: Case = { status: 'succeeded', when: [succeeded] };
const CALLED_INACTIVE: Case = { status: 'inactive', when: [calledInactive] };
const BEGINNING: readonly Case[] = [
  { status: 'proposed', when: [proposed, not(hasWorked)] },
  { status: 'exploratory', when: [exploring, not(hasWorked)] },
];
/** Each of these keeps a coalition active. A slot in the main session is given to active ones only. */
const EVIDENCE = [reported, recognised, listed, inMainSession];
/** That nothing is on record tells nothing of a coalition that never was seen to report. */
const FELL_SILENT: Case = { status: 'inactive', when: [reportedEarlier, ...EVIDENCE.map(not)] };

const before2011: Version = {
  version: '2006',
  from: '2006',
  source: 'Our reading: before 2011 no rule was found that ends the activity of a coalition; it owed no report.',
  cases: [SUCCEEDED, { status: 'active', when: [works] }, CALLED_INACTIVE, ...BEGINNING, { status: 'active', when: [onRecord] }],
  otherwise: 'unknown',
};
const of2011: Version = {
  version: '2011',
  from: '2011',
  source:
    'https://www.intgovforum.org/en/content/dynamic-coalitions-5: only coalitions that filed a report stay listed, all others are inactive. What else shows activity is our reading.',
  cases: [SUCCEEDED, ...EVIDENCE.map((each): Case => ({ status: 'active', when: [each] })), CALLED_INACTIVE, ...BEGINNING, FELL_SILENT],
  otherwise: 'unknown',
};
const of2016: Version = {
  version: '2016',
  from: '2016',
  source:
    'https://intgovforum.org/multilingual/content/terms-of-reference-dynamic-coalition-coordination-group-dccg, beside the report of 2011. That a standard which stays unmet makes inactive is our reading: the text of the sanction was not found.',
  cases: [
    SUCCEEDED,
    { status: 'inactive', when: [overdue] },
    ...EVIDENCE.map((each): Case => ({ status: 'active', when: [each, not(overdue)] })),
    CALLED_INACTIVE,
    ...BEGINNING,
    FELL_SILENT,
  ],
  otherwise: 'unknown',
};

/** Whether a Dynamic Coalition is active (`DOMAIN.md`, Status). */
export const coalitionActivity: StatusRule<Coalition, Activity> = {
  name: 'coalition activity',
  statuses: STATUSES,
  versions: [before2011, of2011, of2016],
};
