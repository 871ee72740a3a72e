import type { PaperSummary } from '#read-models';
import { dateText } from '#read-models';
import type { Material } from '../material.js';
import type { GeneratedSection, ReportRow } from '../model.js';
import { countOf, howMany, row, says, statement } from '../says.js';
import { namesOf } from './calls.js';

const byWhom = ({ workstreams, issuedBy }: PaperSummary): string =>
  workstreams.length > 0 ? namesOf(workstreams) : (issuedBy ?? 'not on record');

function paperRow(paper: PaperSummary): ReportRow {
  const { paperId, title, kind, stage, final, latestDraft, begun, titles } = paper;
  const how = final ? `${stage}: ${dateText(final.effective)}` : `${stage}${latestDraft === null ? '' : ` (${latestDraft})`}`;
  const grounds = [begun, final, ...titles].flatMap((step) => step?.factId ?? []);
  return row(paperId, [title, byWhom(paper), kind ?? 'not on record', how], [...new Set(grounds)]);
}

const isPublished = ({ stage }: PaperSummary): boolean => stage === 'final' || stage === 'living';

/** The papers of the cycle, and which of them are final. */
export function papers({ papers: all, cycle }: Material): GeneratedSection {
  const inOrder = all.toSorted((a, b) => a.title.localeCompare(b.title, 'en') || a.paperId.localeCompare(b.paperId));
  const number = countOf(
    inOrder.map(({ begun }) => begun!.factId),
    `Papers of the ${cycle} cycle or of its workstreams.`,
  );
  const final = countOf(
    inOrder.filter(isPublished).flatMap((each) => each.final?.factId ?? []),
    'Papers that are final, or living documents with a final.',
  );
  const text = says`The record has ${howMany(number, 'paper')} of the cycle, ${final} of them final.`;
  const columns = ['Title', 'By', 'Kind', 'Stage'];
  const table = { id: 'papers', caption: `Papers of the ${cycle} cycle`, columns, rows: inOrder.map(paperRow) };
  return { statements: [statement('count', text)], tables: inOrder.length > 0 ? [table] : [] };
}
