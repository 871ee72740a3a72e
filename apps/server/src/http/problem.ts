import { HttpException } from '@nestjs/common';
import { InvalidAppend, Problem, StoreUnavailable, type InputError } from '#event-sourcing';
import { NotBuiltYet } from '#event-sourcing/projections';

/** Problem details as RFC 9457 has them. `type` is stable, and an address where it is explained. */
export type ProblemDetails = Readonly<{
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: readonly InputError[];
}>;

type Kind = Readonly<{ status: number; title: string; meaning: string }>;

/** Every kind of problem that this interface answers with. */
export const PROBLEMS = {
  'invalid-input': {
    status: 400,
    title: 'The request is malformed.',
    meaning: 'Each fault is named with a JSON pointer into what was sent. Nothing was recorded.',
  },
  'not-found': { status: 404, title: 'There is nothing here.', meaning: 'No such address, or nothing has the id that was asked for.' },
  refused: {
    status: 409,
    title: 'A rule refuses this.',
    meaning: 'The request is well-formed, but what it asks for cannot have happened on that day. Nothing was recorded.',
  },
  'id-already-used': {
    status: 409,
    title: 'This id is in use.',
    meaning: 'The id in the request was used before, for something else. Nothing was recorded.',
  },
  'too-many-writers': { status: 409, title: 'Others keep writing.', meaning: 'Nothing was recorded; the same request may be made again.' },
  'precondition-failed': {
    status: 412,
    title: 'The state has changed.',
    meaning: 'The revision in If-Match is not the present one. Nothing was recorded.',
  },
  'too-large': { status: 413, title: 'This is too large.', meaning: 'A request holds up to 1 MB. Nothing was recorded.' },
  'unsupported-media-type': { status: 415, title: 'This is not JSON.', meaning: 'A request body is application/json in UTF-8.' },
  'unknown-reference': {
    status: 422,
    title: 'A field names what is not there.',
    meaning: 'An id in the request is of nothing, or of something of another kind. Nothing was recorded.',
  },
  unavailable: {
    status: 503,
    title: 'The event store does not answer.',
    meaning: 'Whether it was recorded is not known: make the same request, with the same ids, again.',
  },
  'not-there-yet': {
    status: 503,
    title: 'The answer is not ready yet.',
    meaning: 'The read side has not come as far as the question asks. Make the same request again.',
  },
  'too-many-readers': {
    status: 503,
    title: 'There are too many readers.',
    meaning: 'There is no room for one more reader of the stream. Try again later.',
  },
  fault: {
    status: 500,
    title: 'Something is wrong here.',
    meaning: 'A fault of the server. It has been logged under the id that the answer names in X-Request-Id.',
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** What a problem can be, as the end of its `type` names it. */
export type ProblemKind = keyof typeof PROBLEMS;

/** A problem of that kind as it is answered (RFC 9457). */
export function problem(kind: ProblemKind, detail: string, errors: readonly InputError[] = []): ProblemDetails {
  const { status, title } = PROBLEMS[kind];
  return { type: `/problems/${kind}`, title, status, detail, ...(errors.length > 0 && { errors }) };
}

const isKind = (kind: string): kind is ProblemKind => Object.hasOwn(PROBLEMS, kind);

const BY_STATUS = new Map<number, ProblemKind>([
  [400, 'invalid-input'],
  [404, 'not-found'],
  [413, 'too-large'],
  [414, 'invalid-input'],
  [415, 'unsupported-media-type'],
]);

const statusOf = (error: Error): number => {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = error as Error & { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
};

/** What a caller is told of an error. Of a fault only that it is one: the rest is for the log. */
export function problemOf(error: unknown): ProblemDetails {
  if (error instanceof Problem && isKind(error.kind)) return problem(error.kind, error.message, error.errors);
  if (error instanceof NotBuiltYet) return problem('not-there-yet', error.message);
  if (error instanceof StoreUnavailable) return problem('unavailable', PROBLEMS.unavailable.meaning);
  if (error instanceof InvalidAppend) return problem('too-large', error.message);
  const kind = error instanceof Error ? BY_STATUS.get(statusOf(error)) : undefined;
  if (kind === 'invalid-input') return problem(kind, (error as Error).message);
  // What the framework says of the others is for its developers.
  return problem(kind ?? 'fault', PROBLEMS[kind ?? 'fault'].meaning);
}
