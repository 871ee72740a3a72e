import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { CORRECTION_TYPES, type Fact, IsText, Optional } from '#event-sourcing';
import type { AuditLog } from '#event-sourcing/projections';
import { IsFlag, IsListOf, IsListOfIds } from '../asked.js';
import { ANY_FACT_TYPES, type AnyFact } from '../timeline/timeline.js';
import { factAlone, type FactView } from './fact-view.js';

const isPlace = (value: unknown): boolean => value === 'start' || (Number.isSafeInteger(value) && Number(value) >= 0);

/** A position of the log as an address gives it, or the start of it. */
const IsPlace = (): PropertyDecorator => (target, key) => {
  const toNumber = (value: unknown): unknown => (typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value);
  Transform(({ value }: { value: unknown }) => toNumber(value))(target, key);
  const defaultMessage = (): string => "must be a position of the log, or 'start'";
  ValidateBy({ name: 'isPlace', validator: { validate: isPlace, defaultMessage } })(target, key);
};

/** Be told of facts as they are recorded, corrections among them: a stream of server-sent events that does not end. */
export class FollowFacts {
  /** Begin behind this position, or with the first fact at `start`; with what is recorded from now on when left out. */
  @Optional() @IsPlace() readonly from?: number | 'start';
  /** Only facts of streams that are about one of these workstreams, or once were, as far as was known by then. */
  @Optional() @IsListOfIds(100) readonly workstreamId?: readonly string[];
  /** Only facts of one of these types. */
  @Optional() @IsListOf(ANY_FACT_TYPES) readonly type?: readonly AnyFact['type'][];
  /** The stream, such as call-<id>. */
  @Optional() @IsText(100) readonly stream?: string;
  @Optional() @IsFlag() readonly correctionsOnly?: boolean;
}

/**
 * A fact as it was recorded, with the workstreams that its stream was about by then: the same whenever it is told. It has no
 * sentence, since the names of things may be on their way when it is told.
 */
export type StreamedFact = Omit<FactView, 'sentence'> & Readonly<{ workstreamIds: readonly string[] }>;

/** The fields in which facts name workstreams. Others that say what a stream is about name persons and milestones. */
const NAMES_WORKSTREAMS: ReadonlySet<string> = new Set(['workstreamId', 'workstreamIds', 'owners', 'participantIds']);

export function streamedFact(fact: Fact, log: AuditLog): StreamedFact {
  const subjects = log.subjectsBy(fact.stream, fact.position);
  return { ...factAlone(fact), workstreamIds: subjects.filter(({ field }) => NAMES_WORKSTREAMS.has(field)).map(({ id }) => id) };
}

const corrections: ReadonlySet<string> = new Set(CORRECTION_TYPES);

/** Whether somebody who asked so is told of a fact. One rule for what is past and for what is new. */
export function isWanted({ workstreamId, type, stream, correctionsOnly }: FollowFacts): (fact: StreamedFact) => boolean {
  const workstreams = workstreamId && new Set(workstreamId);
  const types = type && new Set<string>(type);
  return (fact) =>
    (!workstreams || fact.workstreamIds.some((id) => workstreams.has(id))) &&
    (!types || types.has(fact.type)) &&
    (stream === undefined || fact.stream === stream) &&
    (!correctionsOnly || corrections.has(fact.type));
}
