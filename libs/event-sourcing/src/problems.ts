/** One thing wrong with an input: where (a JSON pointer into it) and what. */
export type InputError = Readonly<{ pointer: string; detail: string }>;

const told = (errors: readonly InputError[]): string =>
  `${errors.map(({ pointer, detail }) => (pointer ? `${pointer}: ${detail}` : detail)).join('; ')}.`;

/** What a caller is told when nothing was recorded. `kind` is stable: interfaces and their documentation build on it. */
export abstract class Problem extends Error {
  abstract readonly kind: string;
  readonly errors: readonly InputError[] = [];
}

/** The input itself is malformed; every fault is named. */
export class InvalidInput extends Problem {
  readonly kind = 'invalid-input';
  constructor(override readonly errors: readonly InputError[]) {
    super(told(errors));
  }
}

/** A rule refuses what was asked, given the state as it stood on that day. */
export class DomainError extends Problem {
  readonly kind = 'refused';
}

/** Nothing has the id that was asked for. */
export class NotFound extends Problem {
  readonly kind = 'not-found';
}

/** A field names something that does not exist, or is of another kind. */
export class UnknownReference extends Problem {
  readonly kind = 'unknown-reference';
  constructor(override readonly errors: readonly InputError[]) {
    super(told(errors));
  }
}

/** The id was used before, for something else. */
export class IdAlreadyUsed extends Problem {
  readonly kind = 'id-already-used';
}

/** The caller made its decision on an older revision than the present one. */
export class PreconditionFailed extends Problem {
  readonly kind = 'precondition-failed';
}

/** Others kept writing to the same stream. Nothing was recorded; the same request may be made again. */
export class TooManyWriters extends Problem {
  readonly kind = 'too-many-writers';
}

/** The answer does not reflect yet what the question asked for. The same request may be made again. */
export class NotThereYet extends Problem {
  readonly kind = 'not-there-yet';
}
