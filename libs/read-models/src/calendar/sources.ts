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

/** Those who may be expected to meet a milestone: those asked about, unless the cycle itself is; else all whom it may be for. */
function candidatesFor(
  { appliesTo, forWorkstreams }: SetUp,
  cycleId: string,
  asked: Wanted['workstreamIds'],
  who: Who,
): readonly Expectable[] {
  if (asked !== undefined && !asked.includes(cycleId)) return asked.flatMap((id) => who.one(id));
  return [...appliesTo.flatMap((kind) => who.ofKind(kind)), ...forWorkstreams.flatMap((id) => who.one(id))];
}

/** The workstreams that may hold what is wanted. Milestones stand in the cycles, for whomever they are. */
function workstreamRows(wanted: Wanted, tables: Tables): readonly Workstream[] {
  const rows = rowsOfCalendar({ projection: workstreamDirectory, view: workstreams }, wanted, tables);
  if (wanted.workstreamIds === undefined) return rows;
  return [...rows.filter(({ kind }) => kind !== 'cycle'), ...workstreams(tables).rows({ kind: 'cycle' }, wanted.moment)];
}

const plannedInWorkstreams: Source['plannedIn'] = (wanted, tables, who) =>
  workstreamRows(wanted, tables).flatMap((row) => {
    if (row.kind !== 'cycle') return plannedInWorkstream(row);
    return plannedInWorkstream(row, (milestone) => {
      const expected = candidatesFor(milestone, row.workstreamId, wanted.workstreamIds, who).filter((each) =>
        isExpected(milestone, each, row),
      );
      return [...new Set(expected.map(({ workstreamId }) => workstreamId))].toSorted();
    });
  });

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
