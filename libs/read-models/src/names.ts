import { validate as isId } from 'uuid';
import type { Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { calls } from './call-register/call-register.js';
import { draftNamed, paperNamed } from './paper-register/names.js';
import { figureName } from './published-figures/figure-register.js';
import { peopleOf, personAt } from './people/people.js';
import { nameAt, workstreams } from './workstream-directory/workstream-directory.js';
import { reportName } from './report-register/report-register.js';
import { meetings } from './meeting-register/meeting-register.js';
import { series } from './series-register/series-register.js';

/** A thing within another is found by what the whole fact names. */
type NameOf = (tables: Tables, id: string, moment: Moment, fact: object) => string | undefined;

/** The name of a milestone, which stands in the cycle that has set it. */
const ofMilestone: NameOf = (tables, milestoneId, moment) =>
  workstreams(tables)
    .about(milestoneId, moment)
    .flatMap((row) => (row.kind === 'cycle' ? row.milestones : []))
    .find((each) => each.milestoneId === milestoneId)?.name;

/** A name that stands in a column of its row. */
const text = (value: string | number | null | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

const ofWorkstream: NameOf = nameAt;

/** Where a field may name one thing or another. */
const either =
  (...all: readonly NameOf[]): NameOf =>
  (tables, id, moment, fact) =>
    all.map((nameOf) => nameOf(tables, id, moment, fact)).find((name) => name !== undefined && name !== '');
const ofMeeting: NameOf = (tables, id, moment) => text(meetings(tables).value(id, 'title', moment));

/** What is called what, by the field in which facts name it. */
const NAMES: Readonly<Record<string, NameOf>> = {
  workstreamId: ofWorkstream,
  workstreamIds: ofWorkstream,
  renews: ofWorkstream,
  owners: ofWorkstream,
  formerOwners: ofWorkstream,
  into: ofWorkstream,
  metBy: ofWorkstream,
  forWorkstreams: ofWorkstream,
  milestoneId: ofMilestone,
  personId: (tables, id, moment) => text(peopleOf(tables).value(id, 'name', moment)) ?? personAt(tables, id, moment).name,
  participantIds: ofWorkstream,
  about: ofWorkstream,
  meetingId: ofMeeting,
  toMeetingId: ofMeeting,
  intoMeetingId: ofMeeting,
  seriesId: (tables, id, moment) => text(series(tables).value(id, 'name', moment)),
  succeededBy: ofWorkstream,
  callId: (tables, id, moment) => text(calls(tables).value(id, 'title', moment)),
  paperId: paperNamed,
  by: either(paperNamed, ofWorkstream),
  draftId: draftNamed,
  figureId: figureName,
  against: figureName,
  reportId: reportName,
};

/** What all things are called that facts name, by their ids, as of a moment; empty where nothing is known of one by then. */
export function namesIn(facts: readonly object[], tables: Tables, moment: Moment): Readonly<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const [field, value, fact] of facts.flatMap((fact) => Object.entries(fact).map(([name, value]) => [name, value, fact] as const))) {
    if (!Object.hasOwn(NAMES, field)) continue;
    const ids = ([value].flat() as string[]).filter(isId);
    for (const id of ids) names[id] ??= NAMES[field]!(tables, id, moment, fact) ?? '';
  }
  return names;
}
