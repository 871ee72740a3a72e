import { type Claim, claimOf, Command, type Decide, type Event, type Evolve, IsId, IsText, Optional } from '#event-sourcing';
import { assertNotDeclined, cycleInQuestion } from '../mag-decision/matter.js';
import { type Step, stepOf, saysNoMore } from '../step.js';
import { assertKind } from '../workstream/kinds.js';
import { IsCycle } from '../workstream/register-workstream.js';
import type { Workstream } from '../workstream/workstream.js';
import { assertGoesOn } from './close-workstream.js';

/** `cycle` is null where the workstream has one of its own. */
export type Presentation = Step & Readonly<{ cycle: number | null; meetingId: string | null; session: string | null }>;

/** What shows its work at annual meetings. */
export type Presentable = Readonly<{ presentations: readonly Presentation[] }>;

/** Shows the work of a cycle at its annual meeting, in a session of its own or together with others. */
export class PresentWorkstream extends Command {
  @IsId() readonly workstreamId!: string;
  /** The cycle that the meeting ended: needed for a Policy Network, which goes on over several. */
  @Optional() @IsCycle() readonly cycle?: number;
  @Optional() @IsId() readonly meetingId?: string;
  /** The session in which it was shown, as the programme calls it. */
  @Optional() @IsText(300) readonly session?: string;
}

export type WorkstreamPresented = Event<'WorkstreamPresented', Claim<PresentWorkstream>>;

export const notPresented: Presentable = { presentations: [] };

export const presentationsBefore = (before: Workstream): Presentable =>
  'presentations' in before ? { presentations: before.presentations } : notPresented;

export const presenting: Evolve<Workstream, WorkstreamPresented> = {
  WorkstreamPresented: (workstream, fact) => {
    const { cycle = null, meetingId = null, session = null } = fact.data;
    if (!('presentations' in workstream)) return workstream;
    return { ...workstream, presentations: [...workstream.presentations, { ...stepOf(fact), cycle, meetingId, session }] };
  },
};

export const presentWorkstream: Decide<PresentWorkstream, Workstream, WorkstreamPresented> = (command, workstream) => {
  const { effective } = command;
  assertKind(workstream, effective, ['best-practice-forum', 'cenb-phase', 'policy-network'], 'What is presented at an annual meeting is');
  assertGoesOn(workstream, effective);
  const cycle = cycleInQuestion(workstream, command.cycle);
  assertNotDeclined(workstream, cycle, effective);
  const { cycle: _, ...claim } = claimOf(command);
  const known = workstream.presentations.some((each) => (each.cycle ?? cycle) === cycle && saysNoMore(claim, each));
  return known ? [] : [{ type: 'WorkstreamPresented', data: claimOf(command) }];
};
