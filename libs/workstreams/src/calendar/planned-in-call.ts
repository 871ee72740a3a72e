import { period } from '#event-sourcing';
import type { Call } from '../call-for-input/call-for-input.js';
import { type Deadline, EVERYONE } from '../call-for-input/deadlines.js';
import { deadlinesInForce } from '../status/call-stage.js';
import { done, formerDates, type Planned, planned, type Settled } from './planned.js';

/** A call that is closed has no dates to wait for. */
function closedBy({ status, turns }: Call): Settled | null {
  return status === 'closed' ? done(turns.findLast(({ to }) => to === 'closed') ?? null) : null;
}

/** Whether a deadline is the last closing date of its call: when it has passed, the call should have been closed (`DOMAIN.md`, Silence). */
function endsCall(call: Call, { kind, current }: Deadline): boolean {
  const closing = deadlinesInForce(call, 'closing');
  return kind === 'closing' && closing.length > 0 && closing.every((other) => period(other.current).end <= period(current).end);
}

function deadline(call: Call, each: Deadline): Planned[] {
  const { opened, callId } = call;
  if (!opened) return [];
  const settled = closedBy(call);
  const what = each.kind === 'closing' ? 'Closing date' : 'Inclusion date';
  return [
    planned({
      kind: 'deadline',
      id: `call-${callId}-${each.kind}-${encodeURIComponent(each.category.toLowerCase())}`,
      label: each.category === EVERYONE ? what : `${what} for ${each.category}`,
      title: call.title,
      from: each.current,
      former: formerDates(each.extensions),
      settled,
      whenPassed: endsCall(call, each) ? 'overdue' : 'past',
      workstreamIds: call.workstreamIds,
      text: call.purpose,
      links: call.page === null ? [] : [{ to: 'page', address: call.page }],
      stream: `call-${callId}`,
      factIds: [opened, ...each.extensions, ...(settled ? [settled] : [])].map(({ factId }) => factId),
    }),
  ];
}

/** Every deadline of a call, of both kinds and for all categories. */
export const plannedInCall = (call: Call): readonly Planned[] => call.deadlines.flatMap((each) => deadline(call, each));
