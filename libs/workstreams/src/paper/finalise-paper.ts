import { IsBoolean } from 'class-validator';
import {
  type Claim,
  claimOf,
  Command,
  type Decide,
  DomainError,
  type Event,
  type Fact,
  IsId,
  IsText,
  IsWebAddress,
  Optional,
  type PartialDate,
  period,
} from '#event-sourcing';
import { withTitle } from './begin-paper.js';
import { ofPaper, type OfPaper, type Paper, titleOfPaper } from './paper.js';
import { assertBegun, assertInWork, contradiction, mayCoincide, saysMore } from './requirements.js';
import { type PaperStep, stepOf } from './step.js';

/**
 * The paper is final. Said again it says nothing new, unless it adds what was not known: a page, that the final is living,
 * a title, to what it is annexed, or when it was, more exactly.
 */
export class FinalisePaper extends Command {
  @IsId() readonly paperId!: string;
  /** It stays open for comment, and may be revised. */
  @Optional() @IsBoolean() readonly living?: boolean;
  /** The title of the final, where that differs from the one so far. */
  @Optional() @IsText(500) readonly title?: string;
  @Optional() @IsWebAddress() readonly page?: string;
  /** The document to which it is an annex. */
  @Optional() @IsText(500) readonly annexedTo?: string;
}

export type PaperFinalised = Event<'PaperFinalised', Claim<FinalisePaper> & OfPaper>;

/** The final, with all that was said of it; null is not known. */
export type PaperFinal = PaperStep &
  Readonly<{ living: boolean | null; title: string | null; page: string | null; annexedTo: string | null }>;

/** Sources date the same final by its year, or not at all, and by the day on which it was announced: the more exact date tells more. */
const isMoreExact = (a: PartialDate, b: PartialDate): boolean =>
  a !== b && period(a).first >= period(b).first && period(a).end <= period(b).end;

const stated = (fact: Fact<PaperFinalised>): PaperFinal => {
  const { living = null, title = null, page = null, annexedTo = null } = fact.data;
  return { ...stepOf(fact), living, title, page, annexedTo };
};

const known = (final: PaperFinal): Partial<PaperFinal> => Object.fromEntries(Object.entries(final).filter(([, value]) => value !== null));

/** The final as it was known, with what is said of it now: who spoke first prevails, save on a date that is less exact. */
const together = (final: PaperFinal, fact: Fact<PaperFinalised>): PaperFinal => ({
  ...stated(fact),
  ...known(final),
  ...(isMoreExact(fact.effective, final.effective) && stepOf(fact)),
});

/** The paper with its final. */
export function withFinal(paper: Paper, fact: Fact<PaperFinalised>): Paper {
  const { title } = fact.data;
  const titles = title === undefined ? paper.titles : withTitle(paper.titles, title, stepOf(fact));
  return { ...paper, titles, final: paper.final ? together(paper.final, fact) : stated(fact) };
}

export const finalisePaper: Decide<FinalisePaper, Paper, PaperFinalised> = (command, paper) => {
  assertInWork(paper, command.effective);
  const { final } = paper;
  if (final) {
    const { living, page, annexedTo } = command;
    const title = command.title === titleOfPaper(paper) ? undefined : command.title;
    const said = { living, title, page, annexedTo };
    const field = contradiction(final, said);
    if (field)
      throw new DomainError(
        `The paper is final since ${final.effective}, with another ${field}. Amend the fact that says so; or retitle the paper, or revise its living final.`,
      );
    if (!saysMore(final, said) && !isMoreExact(command.effective, final.effective)) return [];
  }
  return [{ type: 'PaperFinalised', data: { ...ofPaper(paper), ...claimOf(command) } }];
};

/** Changes a living final. */
export class ReviseFinal extends Command {
  @IsId() readonly paperId!: string;
  /** What the revised text is called, as printed. */
  @Optional() @IsText(300) readonly name?: string;
  @Optional() @IsWebAddress() readonly page?: string;
}

export type FinalRevised = Event<'FinalRevised', Claim<ReviseFinal> & OfPaper>;

export type PaperRevision = PaperStep & Readonly<{ name: string | null; page: string | null }>;

export const revisionOfFinal = (fact: Fact<FinalRevised>): PaperRevision => {
  const { name = null, page = null } = fact.data;
  return { ...stepOf(fact), name, page };
};

function assertLiving(paper: Paper, effective: PartialDate): void {
  assertBegun(paper, effective);
  assertInWork(paper, effective);
  if (!paper.final) throw new DomainError(`The paper is not recorded as final by ${effective}: publish a draft.`);
  if (!paper.final.living) throw new DomainError(`The final of ${paper.final.effective} is not recorded as a living one by ${effective}.`);
}

export const reviseFinal: Decide<ReviseFinal, Paper, FinalRevised> = (command, paper) => {
  const { name = null, page = null, effective } = command;
  assertLiving(paper, effective);
  const isThis = (known: PaperRevision): boolean => known.name === name && known.page === page && mayCoincide(known.effective, effective);
  return paper.revisions.some(isThis) ? [] : [{ type: 'FinalRevised', data: { ...ofPaper(paper), ...claimOf(command) } }];
};
