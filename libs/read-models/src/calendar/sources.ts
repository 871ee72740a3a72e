import type { Tables } from '#event-sourcing/projections';
import {
  type CalendarKind,
  type Planned,
  plannedInCall,
  plannedInMeeting,
  plannedInPaper,
  plannedInWorkstream,
  type SetUp,
  type Workstream,
} from '#workstreams';
import { callRegister, calls } from '../call-register/call-register.js';
import { meetingRegister, meetings } from '../meeting-register/meeting-register.js';
import { type Expectable, isExpected } from '../milestones/milestone-views.js';
import { paperRegister, papers } from '../paper-register/paper-register.js';
import { workstreamDirectory, workstreams } from '../workstream-directory/workstream-directory.js';
import { rowsOfCalendar, type Wanted } from './rows-of-calendar.js';
import type { Who } from './who.js';

/** A register, and the kinds of dates that its rows hold. */
type Source = Readonly<{ kinds: readonly CalendarKind[]; plannedIn: (wanted: Wanted, tables: Tables, who: Who) => readonly Planned[] }>;

/** Those for whom a milestone of a cycle is, in the order of their ids. */
function expectedFor(milestone: SetUp, cycle: Expectable, who: Who): readonly string[] {
  const candidates = [...milestone.appliesTo.flatMap((kind) => who.ofKind(kind)), ...milestone.forWorkstreams.flatMap((id) => who.one(id))];
  const expected = candidates.filter((row) => isExpected(milestone, row, cycle));
  return [...new Set(expected.map(({ workstreamId }) => workstreamId))].toSorted();
}

/** The workstreams that may hold what is wanted. Milestones stand in the cycles, for whomever they are. */
function workstreamRows(wanted: Wanted, tables: Tables): readonly Workstream[] {
  const rows = rowsOfCalendar({ projection: workstreamDirectory, view: workstreams }, wanted, tables);
  if (wanted.workstreamIds === undefined) return rows;
  return [...rows.filter(({ kind }) => kind !== 'cycle'), ...workstreams(tables).rows({ kind: 'cycle' }, wanted.moment)];
}

/** Who is asked about in a plan: all, where the cycle itself is, or nobody by name. */
const isAskedAbout = ({ workstreamIds: asked }: Wanted, cycleId: string): ((id: string) => boolean) =>
  asked === undefined || asked.includes(cycleId) ? () => true : (id) => asked.includes(id);

const plannedInWorkstreams: Source['plannedIn'] = (wanted, tables, who) =>
  workstreamRows(wanted, tables).flatMap((row) =>
    plannedInWorkstream(row, (milestone) =>
      row.kind === 'none' ? [] : expectedFor(milestone, row, who).filter(isAskedAbout(wanted, row.workstreamId)),
    ),
  );

const SOURCES: readonly Source[] = [
  {
    kinds: ['meeting', 'action'],
    plannedIn: (wanted, tables) =>
      rowsOfCalendar({ projection: meetingRegister, view: meetings }, wanted, tables).flatMap(plannedInMeeting),
  },
  {
    kinds: ['deadline'],
    plannedIn: (wanted, tables) => rowsOfCalendar({ projection: callRegister, view: calls }, wanted, tables).flatMap(plannedInCall),
  },
  {
    kinds: ['comments'],
    plannedIn: (wanted, tables) => rowsOfCalendar({ projection: paperRegister, view: papers }, wanted, tables).flatMap(plannedInPaper),
  },
  { kinds: ['milestone', 'annual-meeting', 'day-zero', 'initiative-meeting', 'standards', 'term'], plannedIn: plannedInWorkstreams },
];

/** All that is planned in the rows that may hold what is wanted, once each. */
export function plannedIn(kinds: readonly CalendarKind[], wanted: Wanted, tables: Tables, who: Who): readonly Planned[] {
  const asked = SOURCES.filter((source) => source.kinds.some((kind) => kinds.includes(kind)));
  const found = asked.flatMap((source) => source.plannedIn(wanted, tables, who)).filter(({ kind }) => kinds.includes(kind));
  return [...new Map(found.map((each) => [each.id, each])).values()];
}
