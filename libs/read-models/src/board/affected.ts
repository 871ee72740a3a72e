import type { Fact } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { meetings } from '../meeting-register/meeting-register.js';
import { series } from '../series-register/series-register.js';
import { workstreams } from '../workstream-directory/workstream-directory.js';

const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

/** A plan that changes may be of all who work towards it; that somebody has met it is only of them. */
function byCycle({ type, data }: Fact): readonly string[] | 'all' {
  if (type === 'MilestoneMet') return [(data as { metBy: string }).metBy];
  return type.startsWith('Milestone') || type.startsWith('Fact') ? 'all' : [];
}

function byWorkstream(fact: Fact, tables: Tables): readonly string[] | 'all' {
  const id = idOf(fact.stream);
  const row = workstreams(tables).row(id);
  const others = row?.kind === 'cycle' ? byCycle(fact) : row?.kind === 'best-practice-forum' ? row.renews : [];
  return others === 'all' ? 'all' : [id, ...others];
}

/** A meeting counts for those of its series too. */
function byMeeting({ stream }: Fact, tables: Tables): readonly string[] {
  const { seriesId = null } = meetings(tables).row(idOf(stream)) ?? {};
  const own = tables.auditLog().subjectsOf(stream);
  return seriesId === null ? own : [...own, ...(series(tables).row(seriesId)?.workstreamIds ?? [])];
}

/** What people are called stands wherever they have a role. */
const byPerson = ({ stream }: Fact, tables: Tables): readonly string[] => tables.auditLog().streamsAbout(idOf(stream)).map(idOf);

/** A meeting that comes into a series, or leaves it, may be entered in any order. */
const bySeries = ({ stream }: Fact, tables: Tables): readonly string[] => [
  ...tables.auditLog().subjectsOf(stream),
  ...(series(tables).row(idOf(stream))?.workstreamIds ?? []),
];

const BY_CATEGORY: Readonly<Record<string, (fact: Fact, tables: Tables) => readonly string[] | 'all'>> = {
  workstream: byWorkstream,
  meeting: byMeeting,
  person: byPerson,
  series: bySeries,
};

/** The workstreams of which the row on the board may be another one after a fact. */
export function affectedBy(fact: Fact, tables: Tables): readonly string[] | 'all' {
  const category = fact.stream.slice(0, fact.stream.indexOf('-'));
  const found = Object.hasOwn(BY_CATEGORY, category) ? BY_CATEGORY[category]!(fact, tables) : tables.auditLog().subjectsOf(fact.stream);
  return found;
}
