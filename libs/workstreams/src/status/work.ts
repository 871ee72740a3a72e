import type { Call } from '../call-for-input/call-for-input.js';
import type { Meeting } from '../meeting/meeting.js';
import { heldSittings } from '../meeting/status.js';
import type { MeetingSeries } from '../meeting-series/meeting-series.js';
import type { Paper } from '../paper/paper.js';
import type { PaperKind } from '../paper/begin-paper.js';
import type { Step } from '../step.js';
import type { Registered, Workstream, WorkstreamKind } from '../workstream/workstream.js';

type OnRecord = Extract<Workstream, Registered & Readonly<{ kind: WorkstreamKind }>>;

/** A workstream with what belongs to it: all that rules of status look at, as of one moment. */
export type Work<W extends OnRecord = OnRecord> = Readonly<{
  workstream: W;
  calls: readonly Call[];
  papers: readonly Paper[];
  /** Those that it held or took part in, and others of its series. */
  meetings: readonly Meeting[];
  series: readonly MeetingSeries[];
  /** The registrations of the forums that renew it. */
  renewals: readonly Step[];
}>;

/** A meeting that was held, on one of its dates. */
export type HeldOn = Step & Readonly<{ meeting: Meeting }>;

/** The occasions on which meetings were held, of those that are wanted. */
export const occasionsHeld = (meetings: readonly Meeting[], isWanted: (meeting: Meeting) => boolean): readonly HeldOn[] =>
  meetings
    .filter(isWanted)
    .flatMap((meeting) => heldSittings(meeting).map(({ held }) => ({ effective: held!.on, factId: held!.factId, meeting })));

/** Whether a workstream held a meeting itself, rather than taking part in that of others. */
export const isHost =
  ({ workstream: { workstreamId } }: Work) =>
  ({ workstreamIds }: Meeting): boolean =>
    workstreamIds.includes(workstreamId);

/** Whether a workstream held a meeting or took part in it. */
export const wasThere =
  (work: Work) =>
  (meeting: Meeting): boolean =>
    isHost(work)(meeting) || meeting.participants.some(({ workstreamId }) => workstreamId === work.workstream.workstreamId);

/** The papers in which work ends; others lead up to it, or tell of it (`DOMAIN.md`, Status). */
const OUTPUTS: readonly PaperKind[] = ['outcome document', 'synthesis', 'handbook', 'guidelines', 'toolkit', 'annual report'];

/** The outputs of a workstream that were not withdrawn. */
export const outputsOf = ({ papers }: Pick<Work, 'papers'>): readonly Paper[] =>
  papers.filter(({ kind, withdrawn }) => kind !== null && OUTPUTS.includes(kind) && withdrawn === null);
