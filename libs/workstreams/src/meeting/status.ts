import { DomainError, type PartialDate } from '#event-sourcing';
import { assertBegun } from './begin-meeting.js';
import type { Meeting } from './meeting.js';
import type { Sitting } from './sittings.js';

export const MEETING_STATUSES = ['scheduled', 'held', 'cancelled', 'merged'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

/** The sittings that were held. */
export const heldSittings = ({ sittings }: Meeting): readonly Sitting[] => sittings.filter(({ held }) => held !== null);

/** Whether any of its sittings was held. */
export const isHeld = (meeting: Meeting): boolean => heldSittings(meeting).length > 0;

/** Whether the meeting, or each of its sittings, was called off. */
export const isCancelled = ({ cancelled, sittings }: Meeting): boolean =>
  cancelled !== null || (sittings.length > 0 && sittings.every((sitting) => sitting.cancelled !== null));

/**
 * Where a meeting stands; undefined before its beginning is on record. That people met outweighs every word that they
 * would not.
 */
export function meetingStatus(meeting: Meeting): MeetingStatus | undefined {
  if (!meeting.begun) return undefined;
  if (isHeld(meeting)) return 'held';
  if (meeting.merged) return 'merged';
  return isCancelled(meeting) ? 'cancelled' : 'scheduled';
}

const named = ({ label }: Sitting): string => (label === null ? 'meeting' : `sitting ${label}`);

/**
 * The sitting that a command means.
 * @throws DomainError when there is none, or when it has to be said which
 */
export function sittingOf(meeting: Meeting, label: string | undefined, effective: PartialDate): Sitting {
  assertBegun(meeting, effective);
  const found = meeting.sittings.find((sitting) => sitting.label === (label ?? null));
  if (found) return found;
  if (label !== undefined) throw new DomainError(`The meeting has no sitting ${label} by ${effective}.`);
  const labels = meeting.sittings.map((sitting) => sitting.label).join(', ');
  throw new DomainError(`The meeting has several sittings. Say which: ${labels}.`);
}

export function assertNotMerged({ merged }: Meeting): void {
  if (merged) throw new DomainError(`The meeting was merged into another one on ${merged.effective}.`);
}

export function assertNotCancelled({ cancelled }: Meeting, sitting: Sitting): void {
  const called = sitting.cancelled ?? cancelled;
  if (called) throw new DomainError(`The ${named(sitting)} was cancelled on ${called.effective}.`);
}

export function assertNotHeld(sitting: Sitting): void {
  if (sitting.held) throw new DomainError(`The ${named(sitting)} was held on ${sitting.held.on}.`);
}

/** @throws DomainError when the meeting, or the sitting where one is named, is not recorded as held */
export function assertHeld(meeting: Meeting, label: string | undefined, effective: PartialDate): void {
  assertBegun(meeting, effective);
  const held = label === undefined ? isHeld(meeting) : sittingOf(meeting, label, effective).held !== null;
  if (!held) throw new DomainError(`The ${label === undefined ? 'meeting' : `sitting ${label}`} is not recorded as held by ${effective}.`);
}
