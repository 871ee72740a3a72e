import { CORRECTION_TYPES, type Fact, isCorrection, isKnown, lastDay, type Moment, period, standing } from '#event-sourcing';
import { type AuditLog, namedIn, type Outline, type ReadModels, type Tables } from '#event-sourcing/projections';

/** A fact in its place in the story of a workstream; with what it says where that had to be read to place it. */
export type Placed = Omit<Outline, 'relation'> & Readonly<{ fact?: Fact }>;

/** What happened in a workstream, as far as its places go. */
export type Story = Readonly<{
  /** Of what stands, and of the corrections that made it so, in the order of history. */
  places: readonly Placed[];
  /** All that was corrected, and all corrections, as they were recorded: enough to tell what any of them corrected. */
  corrected: readonly Fact[];
  /** Whether the workstream itself was on record. */
  isOnRecord: boolean;
}>;

const isTypeOfCorrection = (type: string): boolean => (CORRECTION_TYPES as readonly string[]).includes(type);

/** The corrections in other streams that bear on what is mentioned there, and those of these corrections in turn. */
function foreignCorrections(mentioned: readonly Outline[], log: AuditLog): readonly Fact[] {
  const ids = new Set(mentioned.map(({ id }) => id));
  return [...new Set(mentioned.map(({ stream }) => stream))].flatMap((stream) =>
    log.correctionsIn(stream).filter((fact) => isCorrection(fact) && ids.has(fact.data.corrects) && ids.add(fact.id)),
  );
}

const placed = (fact: Fact): Placed => ({ ...pick(fact), lastDay: lastDay(period(fact.effective)), fact });

const pick = ({ id, stream, type, position, recordedAt, firstDay, surelyBy }: Fact): Omit<Placed, 'lastDay' | 'fact'> => ({
  id,
  stream,
  type,
  position,
  recordedAt,
  firstDay,
  surelyBy,
});

type Related = Placed & Readonly<{ relation: Outline['relation'] }>;

/** How a fact that was corrected relates to a subject, by what it says as it stands. */
function relationOf({ type, data, stream }: Fact, subject: string, { subjects, mentions }: ReadModels): Outline['relation'] {
  if (stream === `workstream-${subject}`) return 'of the stream';
  const names = (fields: Readonly<Record<string, string>>): boolean =>
    Object.hasOwn(fields, type) && namedIn(data, fields[type]!).includes(subject);
  if (names(subjects)) return 'says so';
  return names(mentions) ? 'mentions it' : 'of the stream';
}

/** The outlines of what stands: of what was corrected, as it stands now. */
function standingPlaces(
  outlines: readonly Outline[],
  corrected: readonly Fact[],
  relation: (fact: Fact) => Outline['relation'],
): Related[] {
  const read = new Set(corrected.map(({ id }) => id));
  const untouched = outlines.filter(({ id }) => !read.has(id));
  return [...untouched, ...standing(corrected).map((fact) => ({ ...placed(fact), relation: relation(fact) }))];
}

/** The streams that are the workstream's, by what stands: its own, and those of which a fact says so. */
const ownStreams = (places: readonly Related[], workstreamId: string): ReadonlySet<string> =>
  new Set([`workstream-${workstreamId}`, ...places.filter(({ relation }) => relation === 'says so').map(({ stream }) => stream)]);

/** Each once: a fact may mention the workstream in a stream that is about it. */
const unique = (outlines: readonly Outline[]): readonly Outline[] => [
  ...new Map(outlines.toReversed().map((each) => [each.id, each])).values(),
];

/** What was corrected, and all by what: in the streams that are about the workstream, and of what mentions it in others. */
function correctedFacts(outlines: readonly Outline[], about: ReadonlySet<string>, log: AuditLog): readonly Fact[] {
  const positions = outlines.filter(({ type }) => isTypeOfCorrection(type)).map(({ position }) => position);
  const foreign = foreignCorrections(
    outlines.filter(({ stream }) => !about.has(stream)),
    log,
  );
  const corrections = new Map([...log.at(positions), ...foreign].filter(isCorrection).map((fact) => [fact.id, fact]));
  const targets = new Set([...corrections.values()].map(({ data }) => data.corrects));
  const facts = [...targets].filter((id) => !corrections.has(id)).flatMap((id) => log.byId(id) ?? []);
  return [...facts, ...corrections.values()];
}

const inOrder = (a: Placed, b: Placed): number => a.firstDay - b.firstDay || (a.position < b.position ? -1 : 1);

/**
 * The story of a workstream at a moment. Most facts are placed by their columns alone; what they say is read only where a
 * correction changed it, so that a page of a busy workstream costs no more than what it shows.
 */
export function storyOf(workstreamId: string, moment: Moment, tables: Tables): Story {
  const log = tables.auditLog();
  const known = isKnown(moment);
  const outlines = unique(log.outlines(workstreamId)).filter(known);
  const { end } = moment.asOf === undefined ? { end: Infinity } : period(moment.asOf);
  const hasHappened = ({ surelyBy }: Pick<Fact, 'surelyBy'>): boolean => surelyBy <= end;
  const about = new Set(outlines.filter(({ relation }) => relation !== 'mentions it').map(({ stream }) => stream));
  const corrected = correctedFacts(outlines, about, log).filter(known);
  const standing = standingPlaces(outlines, corrected, (fact) => relationOf(fact, workstreamId, tables.models)).filter(hasHappened);
  const own = ownStreams(standing, workstreamId);
  const isTold = ({ stream, type }: Fact): boolean => own.has(stream) || !about.has(stream) || type === 'FactReattributed';
  const corrections = corrected.filter((fact) => isCorrection(fact) && hasHappened(fact) && isTold(fact));
  return {
    places: [...standing.filter((each) => own.has(each.stream) || each.relation === 'mentions it'), ...corrections.map(placed)].toSorted(
      inOrder,
    ),
    corrected,
    isOnRecord: about.has(`workstream-${workstreamId}`),
  };
}

/** The facts at some places of a story, in that order. */
export function readPlaces(places: readonly Placed[], log: AuditLog): readonly Fact[] {
  const found = new Map(log.at(places.filter(({ fact }) => !fact).map(({ position }) => position)).map((fact) => [fact.id, fact]));
  return places.flatMap(({ id, fact }) => fact ?? found.get(id) ?? []);
}
