import type { Fact, PartialDate } from '#event-sourcing';
import type { CommentPeriodClosed, CommentPeriodExtended } from './consult.js';
import { surelyBefore } from './requirements.js';
import { type PaperStep, stepOf } from './step.js';

export type CommentExtension = PaperStep &
  Readonly<{
    /** The date that held until then; null when there was none. */
    from: PartialDate | null;
    to: PartialDate;
    reason: string | null;
  }>;

/** A time in which comments were taken: on a draft, or on the paper as it stood where `draftId` is null. */
export type CommentPeriod = Readonly<{
  draftId: string | null;
  /** Null as long as only its extension or its closing has been folded. */
  opened: PaperStep | null;
  until: PartialDate | null;
  page: string | null;
  /** The call by which comments were asked for. */
  callId: string | null;
  extensions: readonly CommentExtension[];
  closed: PaperStep | null;
}>;

type Periods = readonly CommentPeriod[];

/** What the opening of comments says: on its own, or by a draft that names their end. */
type Opening = Readonly<{
  data: Readonly<{ draftId?: string; until?: PartialDate; page?: string; callId?: string }>;
  effective: PartialDate;
  id: string;
}>;

const blank = (draftId: string | null): CommentPeriod => ({
  draftId,
  opened: null,
  until: null,
  page: null,
  callId: null,
  extensions: [],
  closed: null,
});

export const takesComments = ({ opened, closed }: CommentPeriod): boolean => opened !== null && closed === null;

/** The last period of a draft, or of the paper as it stands. */
export const lastPeriod = (periods: Periods, draftId: string | null): CommentPeriod | undefined =>
  periods.findLast((each) => each.draftId === draftId);

/** The periods with the last one of a draft changed if the change belongs to it, else with another one. */
function withChange(
  periods: Periods,
  draftId: string | null,
  belongs: (last: CommentPeriod) => boolean,
  change: (period: CommentPeriod) => CommentPeriod,
): Periods {
  const last = lastPeriod(periods, draftId);
  if (!last || !belongs(last)) return [...periods, change(blank(draftId))];
  return periods.map((each) => (each === last ? change(each) : each));
}

/** What is dated by its month only may come in order before the opening of its own period, and after the closing of the one before. */
const closedBefore = ({ closed }: CommentPeriod, effective: PartialDate): boolean =>
  closed !== null && surelyBefore(closed.effective, effective);

function openedBy(period: CommentPeriod, opening: Opening): CommentPeriod {
  const { until = null, page = null, callId = null } = opening.data;
  const moved = period.extensions.length > 0;
  const extensions = period.opened
    ? period.extensions
    : period.extensions.map((extension, index) => (index === 0 ? { ...extension, from: until } : extension));
  return {
    ...period,
    opened: period.opened ?? stepOf(opening),
    until: moved ? period.until : (until ?? period.until),
    page: page ?? period.page,
    callId: callId ?? period.callId,
    extensions,
  };
}

/** The periods with one opened. One that is open already is told more of; one that was only heard of is filled in. */
export function withCommentsOpened(periods: Periods, opening: Opening): Periods {
  const belongs = (last: CommentPeriod): boolean =>
    last.closed === null || (last.opened === null && !closedBefore(last, opening.effective));
  return withChange(periods, opening.data.draftId ?? null, belongs, (period) => openedBy(period, opening));
}

/** The periods with one that goes on longer: from where it stands, since facts before it may have come late or been corrected. */
export function withCommentsExtended(periods: Periods, fact: Fact<CommentPeriodExtended>): Periods {
  const { draftId = null, to, from } = fact.data;
  const belongs = (last: CommentPeriod): boolean => !closedBefore(last, fact.effective);
  return withChange(periods, draftId, belongs, (period) => {
    const extension = { ...stepOf(fact), from: period.opened ? period.until : from, to, reason: fact.metadata.reason ?? null };
    return { ...period, until: to, extensions: [...period.extensions, extension] };
  });
}

/** The periods with one closed. What is closed is not closed again. */
export function withCommentsClosed(periods: Periods, fact: Fact<CommentPeriodClosed>): Periods {
  const belongs = (last: CommentPeriod): boolean => !closedBefore(last, fact.effective);
  return withChange(periods, fact.data.draftId ?? null, belongs, (period) => ({ ...period, closed: period.closed ?? stepOf(fact) }));
}
