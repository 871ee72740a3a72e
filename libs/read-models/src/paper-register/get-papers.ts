import { IsIn } from 'class-validator';
import { IsCount, IsId, ListQuery, type Moment, NotFound, Optional, pageOf, Query } from '#event-sourcing';
import type { Answering, Tables } from '#event-sourcing/projections';
import { type Paper, PAPER_KINDS, PAPER_STAGES, type PaperKind, type PaperStage, paperStage, titleOfPaper } from '#workstreams';
import { named, type NamedWorkstream } from '../workstream-directory/workstream-directory.js';
import { begunDay, papers } from './paper-register.js';
import { type PaperParts, partsOf } from './parts.js';

/** The papers there were at a moment, the latest first. */
export class GetPapers extends ListQuery {
  /** Only those of this workstream, alone or with others. */
  @Optional() @IsId() readonly workstreamId?: string;
  @Optional() @IsIn(PAPER_KINDS) readonly kind?: PaperKind;
  @Optional() @IsIn(PAPER_STAGES) readonly stage?: PaperStage;
  /** The year of the annual meeting. */
  @Optional() @IsCount(9999) readonly cycle?: number;
}

/** One paper as it was at a moment, with its drafts, what was said of them, and the input that it used. */
export class GetPaper extends Query {
  @IsId() readonly paperId!: string;
}

/** The paper that took the place of another, by its title. */
export type Successor = Readonly<{ paperId: string; title: string }>;

/** A paper without its parts, as lists show it. */
export type PaperSummary = Omit<
  Paper,
  'workstreamIds' | 'outlines' | 'drafts' | 'commentPeriods' | 'feedback' | 'presentations' | 'revisions' | 'uses'
> &
  Readonly<{
    /** The title in use. */
    title: string;
    stage: PaperStage;
    workstreams: readonly NamedWorkstream[];
    supersededBy: Successor | null;
    /** The name of the latest draft. */
    latestDraft: string | null;
  }>;

export type PaperView = PaperSummary & Pick<Paper, 'outlines' | 'presentations' | 'revisions'> & PaperParts;

/** The latest first; `total` counts all of them, `next` is the cursor to those that follow. */
export type PaperList = Readonly<{ total: number; next: string | null; papers: readonly PaperSummary[] }>;

function successor({ superseded }: Paper, tables: Tables, moment: Moment): Successor | null {
  if (!superseded) return null;
  const row = papers(tables).row(superseded.by, moment);
  return { paperId: superseded.by, title: row ? titleOfPaper(row) : '' };
}

function summaryOf(row: Paper, tables: Tables, moment: Moment): PaperSummary {
  const {
    workstreamIds,
    outlines: _1,
    drafts,
    commentPeriods: _2,
    feedback: _3,
    presentations: _4,
    revisions: _5,
    uses: _6,
    ...paper
  } = row;
  return {
    ...paper,
    title: titleOfPaper(row),
    stage: paperStage(row),
    workstreams: workstreamIds.map((id) => named(tables, id, moment)),
    supersededBy: successor(row, tables, moment),
    latestDraft: drafts.at(-1)?.name ?? null,
  };
}

/** What is known of a paper only by what happened to it is not a paper yet. */
const isBegun = (row: Paper | undefined): row is Paper => row !== undefined && row.begun !== null;

function rowsOf({ workstreamId, kind, stage, cycle, ...moment }: GetPapers, tables: Tables): readonly Paper[] {
  const where = { ...(kind && { kind }), ...(stage && { stage }), ...(cycle !== undefined && { cycle }) };
  if (workstreamId === undefined) return papers(tables).rows(where, moment).filter(isBegun);
  const fits = (row: Paper): boolean =>
    row.workstreamIds.includes(workstreamId) &&
    (kind === undefined || row.kind === kind) &&
    (stage === undefined || paperStage(row) === stage) &&
    (cycle === undefined || row.cycle === cycle);
  return papers(tables).about(workstreamId, moment).filter(isBegun).filter(fits);
}

export const getPapers: Answering<GetPapers, PaperList> = (query, tables) => {
  const found = rowsOf(query, tables);
  const latestFirst = found.toSorted((a, b) => begunDay(b)! - begunDay(a)! || a.paperId.localeCompare(b.paperId));
  const { total, next, shown } = pageOf(latestFirst, query, tables.position());
  return { body: { total, next, papers: shown.map((row) => summaryOf(row, tables, query)) } };
};

export const getPaper: Answering<GetPaper, PaperView> = (query, tables) => {
  const row = papers(tables).row(query.paperId, query);
  if (!isBegun(row)) throw new NotFound(`No paper has the id ${query.paperId}${query.asOf ? ` as of ${query.asOf}` : ''}.`);
  const { outlines, presentations, revisions } = row;
  const body = { ...summaryOf(row, tables, query), outlines, presentations, revisions, ...partsOf(row, tables, query) };
  return { body, stream: `paper-${query.paperId}` };
};
