import { type Claim, Command, type Decide, DomainError, type Event, IsId, type PartialDate } from '#event-sourcing';
import { type Call, ofCall, type OfCall } from './call-for-input.js';

/** Ends a call. A deadline that passes does not: input was often taken long after it (`DOMAIN.md`, Rolling input). */
export class CloseCall extends Command {
  @IsId() readonly callId!: string;
}

export type CallClosed = Event<'CallClosed', Claim<CloseCall> & OfCall>;

export const closeCall: Decide<CloseCall, Call, CallClosed> = (command, call) => {
  assertOpened(call, command.effective);
  return call.status === 'closed' ? [] : [{ type: 'CallClosed', data: ofCall(call) }];
};

export function assertOpened(call: Call, effective: PartialDate): void {
  if (!call.opened) throw new DomainError(`The call is not recorded as opened by ${effective}.`);
}

export function assertOpen(call: Call, effective: PartialDate): void {
  assertOpened(call, effective);
  if (call.status === 'closed') throw new DomainError(`The call is closed on ${effective}. Reopen it first.`);
}
