import { AccessDeniedError, InvalidTransactionError, MaxAppendSizeExceededError, StreamDeletedError } from '@eventstore/db-client';
import { InvalidAppend, WrongExpectedRevision } from '#event-sourcing';

/** No sign of life came in time. */
export class Unanswered extends Error {
  constructor(milliseconds: number) {
    super(`The event store has not answered for ${milliseconds} ms.`);
  }
}

/** The store does not do this for us, however often it is asked. */
export class Refused extends Error {}

/** An event in a stream of ours that is none of ours. It is not passed over: whoever wrote it has to be asked. */
export class UnreadableEvent extends Error {}

type Class = abstract new (...args: never[]) => Error;
type Reason = 'denied' | 'deleted' | 'invalid';
const OURS: readonly Class[] = [WrongExpectedRevision, InvalidAppend, Refused, UnreadableEvent];
const BY_CLASS: readonly (readonly [Class, Reason])[] = [
  [AccessDeniedError, 'denied'],
  [StreamDeletedError, 'deleted'],
  [MaxAppendSizeExceededError, 'invalid'],
  [InvalidTransactionError, 'invalid'],
];
/** By gRPC status, for what the client has no class for. */
const BY_CODE: ReadonlyMap<unknown, Reason> = new Map([
  [3, 'invalid'],
  [7, 'denied'],
  [16, 'denied'],
]);

/** The error to end with. None where the failure leaves open what happened: then the same call may be made again. */
export function finalError(error: unknown, stream: string): Error | undefined {
  if (OURS.some((type) => error instanceof type)) return error as Error;
  const [, byClass] = BY_CLASS.find(([type]) => error instanceof type) ?? [];
  switch (byClass ?? BY_CODE.get((error as { code?: unknown }).code)) {
    case 'denied':
      return new Refused(`The event store denies access to ${stream}: the user in its address has not the right.`, { cause: error });
    case 'deleted':
      return new Refused(`${stream} was deleted in the event store, for good.`, { cause: error });
    case 'invalid':
      return new InvalidAppend(`The event store does not take these events: ${described(error)}`, { cause: error });
    case undefined:
      return undefined;
  }
}

/** Some errors of the client have no message. */
export function described(error: unknown): string {
  return error instanceof Error ? error.message || error.constructor.name : String(error);
}
