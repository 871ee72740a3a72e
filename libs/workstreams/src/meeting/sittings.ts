import { type Fact, type PartialDate, period } from '#event-sourcing';
import type { MeetingMoved } from './move-meeting.js';
import type { Step } from '../step.js';

/** From where to where a plan moved. `from` is null where no date was known. */
export type SittingMove = Step & Readonly<{ from: PartialDate | null; to: PartialDate; reason: string | null }>;

/** One occasion on which an agenda is met on. The label is null where there is but one. */
export type Sitting = Readonly<{
  label: string | null;
  link: string | null;
  /** The date planned, as it stands. */
  scheduledFor: PartialDate | null;
  moves: readonly SittingMove[];
  held: Readonly<{ on: PartialDate; endsOn: PartialDate | null; factId: string }> | null;
  cancelled: (Step & Readonly<{ reason: string | null }>) | null;
}>;

const unknownSitting = (label: string | null): Sitting => ({
  label,
  link: null,
  scheduledFor: null,
  moves: [],
  held: null,
  cancelled: null,
});

const find = (sittings: readonly Sitting[], label: string | null): Sitting | undefined => sittings.find((each) => each.label === label);

/** The sittings with one changed, or with what is known of one that was not heard of yet. */
export function withSitting(sittings: readonly Sitting[], label: string | null, change: (sitting: Sitting) => Sitting): readonly Sitting[] {
  if (!find(sittings, label)) return [...sittings, change(unknownSitting(label))];
  return sittings.map((each) => (each.label === label ? change(each) : each));
}

/** What first told of a sitting. */
export type Announced = Pick<Sitting, 'label'> & Partial<Pick<Sitting, 'link' | 'scheduledFor' | 'held'>>;

/** A sitting with its announcement filled in. A move or a cancellation of the same month may have been folded before it: it prevails. */
function announced(sitting: Sitting, { label, link = null, scheduledFor = null, held = null }: Announced): Sitting {
  const moves = sitting.moves.map((move, index) => (index === 0 ? { ...move, from: scheduledFor } : move));
  return {
    label,
    link: sitting.link ?? link,
    scheduledFor: moves.at(-1)?.to ?? scheduledFor,
    moves,
    held: sitting.held ?? held,
    cancelled: sitting.cancelled,
  };
}

/** The sittings with those that were announced, in that order, before what else was heard of. */
export function withAnnounced(sittings: readonly Sitting[], all: readonly Announced[]): readonly Sitting[] {
  const told = all.map((each) => announced(find(sittings, each.label) ?? unknownSitting(each.label), each));
  return [...told, ...sittings.filter(({ label }) => !find(told, label))];
}

/** The sitting with one move more: from where it stands, since facts before may have come late; else from what was known when it was recorded. */
export function moved(sitting: Sitting, { data, effective, id, metadata }: Fact<MeetingMoved>): Sitting {
  const from = sitting.scheduledFor ?? data.from;
  const move = { from, to: data.to, reason: metadata.reason ?? null, effective, factId: id };
  return { ...sitting, scheduledFor: data.to, moves: [...sitting.moves, move] };
}

/** When a sitting was held; when it is planned, if it has not been. */
export const sittingDate = ({ held, scheduledFor }: Sitting): PartialDate | null => held?.on ?? scheduledFor;

/** Whether a plan surely lies before the day on which it is made. */
export const isBefore = (planned: PartialDate, effective: PartialDate): boolean => period(planned).end <= period(effective).first;
