import { type Claim, claimOf, Command, type Dated, type Decide, type Event, type Fact, IsId, IsText, Optional } from '#event-sourcing';
import { ofPaper, type OfPaper, type Paper } from './paper.js';
import { assertNotWithdrawn, mayCoincide, namedDraft } from './requirements.js';
import { type PaperStep, stepOf } from './step.js';

/** Shows the paper, or one of its drafts, to an audience: in a session of the annual meeting, or in another meeting. */
export class PresentPaper extends Command {
  @IsId() readonly paperId!: string;
  @Optional() @IsId() readonly draftId?: string;
  @Optional() @IsId() readonly meetingId?: string;
  /** The session, as its source names it. */
  @Optional() @IsText(300) readonly session?: string;
}

export type PaperPresented = Event<'PaperPresented', Claim<PresentPaper> & OfPaper>;

export type PaperPresentation = PaperStep & Readonly<{ draftId: string | null; meetingId: string | null; session: string | null }>;

export const paperPresentation = (fact: Fact<PaperPresented>): PaperPresentation => {
  const { draftId = null, meetingId = null, session = null } = fact.data;
  return { ...stepOf(fact), draftId, meetingId, session };
};

/** Whether it was presented there and then already: a paper may be presented in several sessions of one day. */
const isRepeated =
  ({ draftId, meetingId, session, effective }: Dated<PresentPaper>) =>
  (known: PaperPresentation): boolean =>
    known.draftId === (draftId ?? null) &&
    known.meetingId === (meetingId ?? null) &&
    known.session === (session ?? null) &&
    mayCoincide(known.effective, effective);

export const presentPaper: Decide<PresentPaper, Paper, PaperPresented> = (command, paper) => {
  assertNotWithdrawn(paper, command.effective);
  namedDraft(paper, command);
  if (paper.presentations.some(isRepeated(command))) return [];
  return [{ type: 'PaperPresented', data: { ...ofPaper(paper), ...claimOf(command) } }];
};
