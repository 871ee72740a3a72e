import { type PartialDate, period } from '#event-sourcing';
import { COMMON_STANDARDS, type CommonStandard } from '../dynamic-coalition/adopt-common-standards.js';
import type { StandardsCheck } from '../dynamic-coalition/check-standards.js';
import type { DynamicCoalition } from '../dynamic-coalition/dynamic-coalition.js';
import type { InitiativeMeeting } from '../igf-initiative/hold-annual-meeting.js';
import type { AnnualMeetingPlan } from '../igf-initiative/schedule-annual-meeting.js';
import type { IgfInitiative } from '../igf-initiative/igf-initiative.js';
import type { SetUp } from '../cycle/milestones.js';
import { isTaken, type TakenRole } from '../role/role.js';
import { nameOf } from '../workstream/names.js';
import type { Workstream } from '../workstream/workstream.js';
import { done, formerDates, type Planned, planned, type Settled } from './planned.js';
import { plannedInCycle } from './planned-in-cycle.js';

const length = (date: PartialDate): number => period(date).end - period(date).first;

/** Of what several facts say of one meeting, that which says best when it was. */
const mostExact = (held: readonly InitiativeMeeting[]): InitiativeMeeting | undefined =>
  held.toSorted((a, b) => length(a.effective) - length(b.effective))[0];

/** What is known of the meeting of a year by a fact that it was held, else by the latest plan for it. */
function latestOn(plans: readonly AnnualMeetingPlan[], held: readonly InitiativeMeeting[]): Partial<Planned> & Pick<Planned, 'from'> {
  const [plan, was] = [plans.at(-1), mostExact(held)];
  const place = was?.place ?? plan?.place ?? null;
  if (was) return { from: was.effective, settled: done(was), place };
  return { from: plan!.scheduledFor, tentative: plan!.tentative === true, place };
}

function meetingOf(row: IgfInitiative, year: number): Planned {
  const { workstreamId, initiative, page } = row;
  const plans = initiative.meetingsScheduled.filter((each) => each.year === year);
  const held = initiative.meetingsHeld.filter((each) => each.year === year);
  const address = held.find((each) => each.page !== undefined)?.page ?? page;
  return planned({
    kind: 'initiative-meeting',
    id: `initiative-meeting-${workstreamId}-${year}`,
    label: 'Annual meeting',
    title: `${nameOf(row)} ${year}`,
    ...latestOn(plans, held),
    former: formerDates(plans.slice(1).map((each, index) => ({ ...each, from: plans[index]!.scheduledFor, reason: null }))),
    workstreamIds: [workstreamId],
    links: address === null ? [] : [{ to: 'page', address }],
    stream: `workstream-${workstreamId}`,
    factIds: [...plans, ...held].map(({ factId }) => factId),
  });
}

function meetingsOf(row: IgfInitiative): readonly Planned[] {
  const { meetingsScheduled, meetingsHeld } = row.initiative;
  const years = new Set([...meetingsScheduled, ...meetingsHeld].map(({ year }) => year));
  return [...years].map((year) => meetingOf(row, year));
}

const found = ({ results }: StandardsCheck, standard: CommonStandard, met: boolean): boolean =>
  results.some((result) => result.standard === standard && result.met === met);

/** The later checks by which all that a check found unmet is found met; undefined while one of it is not. */
function putRight(check: StandardsCheck, later: readonly StandardsCheck[]): readonly StandardsCheck[] | undefined {
  const unmet = COMMON_STANDARDS.filter((standard) => found(check, standard, false));
  const by = unmet.map((standard) => later.find((each) => found(each, standard, true)));
  return by.every((each) => each !== undefined) ? later.filter((each) => by.includes(each)) : undefined;
}

function standards(row: DynamicCoalition): readonly Planned[] {
  const { standardsChecks } = row.coalition;
  return standardsChecks.flatMap((check, index) => {
    if (check.toBeFixedBy === undefined) return [];
    const right = putRight(check, standardsChecks.slice(index + 1));
    const settled: Settled | null = done(right?.at(-1) ?? null);
    const unmet = check.results.filter(({ met }) => !met).map(({ standard }) => standard);
    return [
      planned({
        kind: 'standards',
        id: `standards-${check.factId}`,
        label: 'To be put right by',
        title: `${unmet.join(', ')}, ${nameOf(row)}`,
        from: check.toBeFixedBy,
        settled,
        whenPassed: 'overdue',
        workstreamIds: [row.workstreamId],
        stream: `workstream-${row.workstreamId}`,
        factIds: [check, ...(right ?? [])].map(({ factId }) => factId),
      }),
    ];
  });
}

function term(row: Exclude<Workstream, { kind: 'none' }>, role: TakenRole): Planned[] {
  if (role.until === null) return [];
  const settled = done(role.ended);
  return [
    planned({
      kind: 'term',
      id: `workstream-${row.workstreamId}-role-${role.roleId}`,
      label: 'End of term',
      title: `${role.title ?? role.role}, ${nameOf(row)}`,
      from: role.until,
      settled,
      workstreamIds: [row.workstreamId],
      personId: role.personId,
      stream: `workstream-${row.workstreamId}`,
      factIds: [role.taken, ...(settled ? [settled] : [])].map(({ factId }) => factId),
    }),
  ];
}

/** The dates that the facts of one workstream have set. For whom a milestone is, others have to say. */
export function plannedInWorkstream(row: Workstream, expectedFor: (milestone: SetUp) => readonly string[] = () => []): readonly Planned[] {
  if (row.kind === 'none') return [];
  return [
    ...(row.kind === 'cycle' ? plannedInCycle(row, expectedFor) : []),
    ...(row.kind === 'igf-initiative' ? meetingsOf(row) : []),
    ...(row.kind === 'dynamic-coalition' ? standards(row) : []),
    ...row.roles.filter(isTaken).flatMap((role) => term(row, role)),
  ];
}
