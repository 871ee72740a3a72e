import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
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
} from '#event-sourcing';
import { IsCycle } from '../workstream/register-workstream.js';
import { ofPaper, type OfPaper, type Paper, titleOfPaper } from './paper.js';
import { assertBegun } from './requirements.js';
import { type PaperStep } from './step.js';

/** What papers are for (`DOMAIN.md`, Kinds of paper). */
export const PAPER_KINDS = [
  'outcome document',
  'background paper',
  'framework',
  'synthesis',
  'substantive paper',
  'guidelines',
  'briefing',
  'handbook',
  'proceedings',
  'annual report',
  "chair's summary",
  'messages',
  'CSTD input',
  'toolkit',
  'other',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** A title with the date from which the paper bore it. */
export type PaperTitle = Readonly<{ title: string; since: PartialDate; factId: string }>;

/** Puts a paper on record. `effective` is when work on it began, or bounds for that: often only its drafts have a date. */
export class BeginPaper extends Command {
  @IsId() readonly paperId!: string;
  /** Whose paper it is: several workstreams may share one. None for a paper of a whole cycle, or of a body. */
  @IsArray() @ArrayMaxSize(50) @ArrayUnique() @IsId({ each: true }) readonly workstreamIds!: readonly string[];
  @IsText(500) readonly title!: string;
  @IsIn(PAPER_KINDS) readonly kind!: PaperKind;
  /** The year of the annual meeting that ends its cycle. */
  @Optional() @IsCycle() readonly cycle?: number;
  /** The body that brings it out, where that is no workstream: the Secretariat, all coalitions together. */
  @Optional() @IsText(300) readonly issuedBy?: string;
  @Optional() @IsWebAddress() readonly page?: string;
}

export type PaperBegun = Event<'PaperBegun', Claim<BeginPaper>>;

export const beginPaper: Decide<BeginPaper, Paper, PaperBegun> = (command, paper) => {
  if (paper.begun) throw new DomainError('This paper has been begun already.');
  if (command.workstreamIds.length === 0 && command.cycle === undefined && command.issuedBy === undefined)
    throw new DomainError('A paper that is of no workstream names its cycle, or the body that brings it out.');
  return [{ type: 'PaperBegun', data: claimOf(command) }];
};

/** The paper goes by another title from now on; the old one stays on record. */
export class RetitlePaper extends Command {
  @IsId() readonly paperId!: string;
  @IsText(500) readonly title!: string;
}

export type PaperRetitled = Event<'PaperRetitled', Claim<RetitlePaper> & OfPaper>;

export const retitlePaper: Decide<RetitlePaper, Paper, PaperRetitled> = (command, paper) => {
  assertBegun(paper, command.effective);
  return titleOfPaper(paper) === command.title ? [] : [{ type: 'PaperRetitled', data: { ...ofPaper(paper), ...claimOf(command) } }];
};

/** The titles with one that follows; the same title again is none. */
export const withTitle = (titles: readonly PaperTitle[], title: string, { effective, factId }: PaperStep): readonly PaperTitle[] =>
  titles.at(-1)?.title === title ? titles : [...titles, { title, since: effective, factId }];

/** The titles with that of the beginning. Later ones may have been folded before it: titles stay in order. */
export function withFirstTitle(titles: readonly PaperTitle[], { data: { title }, effective, id }: Fact<PaperBegun>): readonly PaperTitle[] {
  const later = titles[0]?.title === title ? titles.slice(1) : titles;
  return [{ title, since: effective, factId: id }, ...later];
}
