import { DAY, firstDay } from '#event-sourcing';
import { overdueDays } from '../cycle/milestones.js';
import { type Planned, spanOfPlan } from './planned.js';

export const CALENDAR_STATES = ['ahead', 'due', 'overdue', 'done', 'cancelled', 'past'] as const;
export type CalendarState = (typeof CALENDAR_STATES)[number];

/** How a plan stands on a day. `overdueDays` is null for what is not overdue. */
export type CalendarStanding = Readonly<{ state: CalendarState; overdueDays: number | null }>;

/**
 * How a plan stands at an instant (exclusive, milliseconds since 1970): what has happened to it comes first; else it is ahead
 * until its first possible day, due until its last one is over, and then overdue where somebody owes something, or just past
 * (`DOMAIN.md`, Calendar).
 */
export function calendarState(plan: Pick<Planned, 'from' | 'to' | 'settled' | 'whenPassed'>, instant: number): CalendarStanding {
  if (plan.settled) return { state: plan.settled.as, overdueDays: null };
  const today = Math.floor((instant - 1) / DAY);
  if (firstDay(spanOfPlan(plan)) > today) return { state: 'ahead', overdueDays: null };
  const days = overdueDays(plan.to ?? plan.from, instant);
  if (days === 0) return { state: 'due', overdueDays: null };
  return { state: plan.whenPassed, overdueDays: plan.whenPassed === 'overdue' ? days : null };
}
