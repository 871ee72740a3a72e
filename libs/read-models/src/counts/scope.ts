import type { Moment, PartialDate } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import type { Call, Meeting } from '#workstreams';
import { calls } from '../call-register/call-register.js';
import { datesOf, meetings } from '../meeting-register/meeting-register.js';
import { series } from '../series-register/series-register.js';
import { workstreams } from '../workstream-directory/workstream-directory.js';
import type { CountQuestion } from './count.js';
import { CYCLE_IN_WORDS, Owners } from './cycles.js';

/** A test that limits what is looked at, with its words: a rule says no more and no less than what is tested. */
type Limit<T> = Readonly<{ says: string; fits: (row: T) => boolean }>;

/** What was looked at, in words, and whose it is. */
export type Scoped<T> = Readonly<{ rows: readonly T[]; says: string; owners: Owners }>;

type Owned = Readonly<{ workstreamIds: readonly string[] }>;

/** What is looked at, and how to find of it no more than must be read. */
type Kind<T> = Readonly<{
  plural: string;
  idOf: (row: T) => string;
  dateOf: (row: T) => PartialDate | undefined;
  isOnRecord: (row: T) => boolean;
  about: (workstreamId: string) => readonly T[];
  /** Those that surely were in a year. */
  inYear: (year: number) => readonly T[];
  all: () => readonly T[];
  /** Where the question names the one, or that of which they all are parts: them, and the limit that this is. */
  named: Readonly<{ rows: readonly T[]; limit: Limit<T> }> | undefined;
}>;

export const momentOf = ({ asOf, knownAt, upTo }: Moment): Moment => ({ asOf, knownAt, upTo });

function callsFor(asked: CountQuestion, tables: Tables): Kind<Call> {
  const { callId } = asked;
  const moment = momentOf(asked);
  const view = calls(tables);
  const row = callId === undefined ? undefined : view.row(callId, moment);
  const limit = { says: `with the title "${row?.title ?? ''}"`, fits: (each: Call) => each.callId === callId };
  return {
    plural: 'calls',
    idOf: (each) => each.callId,
    dateOf: ({ opened }) => opened?.effective,
    isOnRecord: ({ opened }) => opened !== null,
    about: (id) => view.about(id, moment),
    inYear: (year) => view.rows({ opened_year: year }, moment),
    all: () => view.rows({}, moment),
    named: callId === undefined ? undefined : { rows: row ? [row] : [], limit },
  };
}

function meetingsFor(asked: CountQuestion, tables: Tables): Kind<Meeting> {
  const { seriesId } = asked;
  const moment = momentOf(asked);
  const view = meetings(tables);
  const ofSeries = (id: string): NonNullable<Kind<Meeting>['named']> => ({
    rows: view.rows({ series_id: id }, moment),
    limit: { says: `of the series "${series(tables).row(id, moment)?.name ?? ''}"`, fits: (each) => each.seriesId === id },
  });
  return {
    plural: 'meetings',
    idOf: (each) => each.meetingId,
    dateOf: (each) => datesOf(each)[0],
    isOnRecord: ({ begun }) => begun !== null,
    about: (id) => view.about(id, moment),
    inYear: (year) => view.rows({ year }, moment),
    all: () => view.rows({}, moment),
    named: seriesId === undefined ? undefined : ofSeries(seriesId),
  };
}

function limitsOf<T extends Owned>(kind: Kind<T>, { workstreamId, cycle }: CountQuestion, owners: Owners): readonly Limit<T>[] {
  const limits: Limit<T>[] = kind.named ? [kind.named.limit] : [];
  if (workstreamId !== undefined) {
    const [owner] = owners.of([workstreamId]);
    limits.push({ says: `of ${owner!.name}`, fits: (row) => row.workstreamIds.includes(workstreamId) });
  }
  if (cycle !== undefined)
    limits.push({
      says: `of the ${cycle} cycle, which is ${CYCLE_IN_WORDS}`,
      fits: (row) => owners.cycles(row.workstreamIds, kind.dateOf(row)).includes(cycle),
    });
  return limits;
}

/** Those among which all are that the limits let through. */
function candidates<T>(kind: Kind<T>, asked: CountQuestion, tables: Tables): readonly T[] {
  const { workstreamId, cycle } = asked;
  if (kind.named) return kind.named.rows;
  if (workstreamId !== undefined) return kind.about(workstreamId);
  if (cycle === undefined) return kind.all();
  const ofCycle = workstreams(tables).rows({ cycle }, momentOf(asked));
  return [...ofCycle.flatMap((row) => (row.kind === 'none' ? [] : kind.about(row.workstreamId))), ...kind.inYear(cycle)];
}

function scoped<T extends Owned>(kind: Kind<T>, asked: CountQuestion, tables: Tables): Scoped<T> {
  const owners = new Owners(tables, momentOf(asked));
  const limits = limitsOf(kind, asked, owners);
  const each = new Map(candidates(kind, asked, tables).map((row) => [kind.idOf(row), row]));
  const rows = [...each.values()].filter((row) => kind.isOnRecord(row) && limits.every(({ fits }) => fits(row)));
  return { rows, says: [`the ${kind.plural}`, ...limits.map(({ says }) => says)].join(' '), owners };
}

/** The calls that a question is about. */
export const callsAskedAbout = (asked: CountQuestion, tables: Tables): Scoped<Call> => scoped(callsFor(asked, tables), asked, tables);

/** The meetings that a question is about. */
export const meetingsAskedAbout = (asked: CountQuestion, tables: Tables): Scoped<Meeting> =>
  scoped(meetingsFor(asked, tables), asked, tables);
