import { type Moment, period } from '#event-sourcing';
import type { CallView } from '#read-models';

/** How a call stands for somebody who would contribute. A date that passes closes nothing: only a closing on record does. */
export const STANDINGS = {
  open: { heading: 'Open', text: 'open' },
  endless: { heading: 'Open, as far as is known: no closing date is on record', text: 'open: no closing date is on record' },
  overdue: {
    heading: 'Past their closing date, but not recorded as closed',
    text: 'past its closing date, but not recorded as closed',
  },
  closed: { heading: 'Closed', text: 'closed' },
} as const;

export type Standing = keyof typeof STANDINGS;

/** How a call stands at the end of the moment that a page shows. */
export function standingOf({ status, deadlines }: Pick<CallView, 'status' | 'deadlines'>, { asOf }: Moment): Standing {
  if (status === 'closed') return 'closed';
  const end = asOf === undefined ? Date.now() : period(asOf).end;
  const closings = deadlines.filter(({ kind }) => kind === 'closing');
  if (closings.length === 0) return 'endless';
  return closings.some(({ current }) => period(current).end >= end) ? 'open' : 'overdue';
}
