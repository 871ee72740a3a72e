import { type Claim, Command, type Decide, type Event, IsId } from '#event-sourcing';
import { type Call, ofCall, type OfCall } from './call-for-input.js';
import { assertOpened } from './close-call.js';

/** Takes input again after the call was closed. A new deadline is an extension of its own. */
export class ReopenCall extends Command {
  @IsId() readonly callId!: string;
}

export type CallReopened = Event<'CallReopened', Claim<ReopenCall> & OfCall>;

export const reopenCall: Decide<ReopenCall, Call, CallReopened> = (command, call) => {
  assertOpened(call, command.effective);
  return call.status === 'open' ? [] : [{ type: 'CallReopened', data: ofCall(call) }];
};
