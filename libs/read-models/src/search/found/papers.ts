import type { Findables } from '#event-sourcing/projections';
import { type Paper, titleOfPaper } from '#workstreams';
import { dayOf, type Found, namesInTurn, text } from './found.js';

function found(row: Paper, begun: NonNullable<Paper['begun']>): Found {
  const { paperId, workstreamIds, cycle, titles, drafts, issuedBy } = row;
  return {
    kind: 'paper',
    id: paperId,
    title: titleOfPaper(row),
    day: dayOf(begun),
    labels: [paperId, ...workstreamIds, ...(cycle === null ? [] : [String(cycle)])],
    said: [
      ...namesInTurn(
        'title',
        titles.map((each) => ({ ...each, text: each.title })),
      ),
      ...drafts.flatMap((draft) => text('draft', draft.name, draft.factId)),
      ...text('issued by', issuedBy, begun.factId),
    ],
    workstreamIds,
    address: `/v1/papers/${paperId}`,
  };
}

/** Papers by all their titles, and by their drafts. */
export const foundPapers: Findables<Paper> = { kinds: ['paper'], of: (row) => (row.begun ? [found(row, row.begun)] : []) };
