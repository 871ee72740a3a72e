import { type Claim, claimOf, Command, type Decide, DomainError, type Event, IsId } from '#event-sourcing';
import { ofPaper, type OfPaper, type Paper } from './paper.js';
import { assertBegun } from './requirements.js';

/** Another paper takes the place of this one. */
export class SupersedePaper extends Command {
  @IsId() readonly paperId!: string;
  /** The paper that takes its place. */
  @IsId() readonly by!: string;
}

export type PaperSuperseded = Event<'PaperSuperseded', Claim<SupersedePaper> & OfPaper>;

/** No paper takes the place of itself, nor of the one that took its own. */
export function cannotSupersede(other: Paper, { paperId }: SupersedePaper): string | undefined {
  if (other.paperId === paperId) return 'is the paper itself';
  return other.superseded?.by === paperId ? 'was superseded by this paper' : undefined;
}

export const supersedePaper: Decide<SupersedePaper, Paper, PaperSuperseded> = (command, paper) => {
  assertBegun(paper, command.effective);
  const { superseded } = paper;
  if (superseded?.by === command.by) return [];
  if (superseded) throw new DomainError(`The paper was superseded on ${superseded.effective}, by paper ${superseded.by}.`);
  return [{ type: 'PaperSuperseded', data: { ...ofPaper(paper), ...claimOf(command) } }];
};

/** Takes the paper back. `reason` says why, `onBehalfOf` who decided. */
export class WithdrawPaper extends Command {
  @IsId() readonly paperId!: string;
}

export type PaperWithdrawn = Event<'PaperWithdrawn', Claim<WithdrawPaper> & OfPaper>;

export const withdrawPaper: Decide<WithdrawPaper, Paper, PaperWithdrawn> = (command, paper) => {
  assertBegun(paper, command.effective);
  return paper.withdrawn ? [] : [{ type: 'PaperWithdrawn', data: ofPaper(paper) }];
};
