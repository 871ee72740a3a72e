import type { Fact } from '#event-sourcing';
import { recordedAfterDays } from '../timeline/timeline.js';
import { type When, whenOf } from './when.js';

/** Facts that were recorded long after they had happened, of one date and of one day of recording: a thin link between both. */
export type LateEntry = Readonly<{ when: When; recordedOn: string; days: number; count: number; factIds: readonly string[] }>;

/** From so many days on an entry is late. Minutes of calls came after 7 to 13 days: a month is no routine any more. */
export const LATE_AFTER_DAYS = 30;

export function lateLane(facts: readonly Fact[]): readonly LateEntry[] {
  const entries = new Map<string, LateEntry>();
  for (const fact of facts) {
    const days = recordedAfterDays(fact);
    if (days < LATE_AFTER_DAYS) continue;
    const recordedOn = new Date(fact.recordedAt).toISOString().slice(0, 10);
    const key = `${fact.effective} ${recordedOn}`;
    const { factIds = [] } = entries.get(key) ?? {};
    const all = [...factIds, fact.id];
    entries.set(key, { when: whenOf(fact.effective), recordedOn, days, count: all.length, factIds: all });
  }
  return [...entries.values()];
}
