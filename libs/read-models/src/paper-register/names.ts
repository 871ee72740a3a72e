import type { Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { titleOfPaper } from '#workstreams';
import { papers } from './paper-register.js';

export function paperNamed(tables: Tables, paperId: string, moment: Moment): string | undefined {
  const row = papers(tables).row(paperId, moment);
  return row && titleOfPaper(row);
}

/** The name of a draft of the paper that a fact names. */
export function draftNamed(tables: Tables, draftId: string, moment: Moment, { paperId }: { paperId?: string }): string | undefined {
  const row = paperId === undefined ? undefined : papers(tables).row(paperId, moment);
  return row?.drafts.find((draft) => draft.draftId === draftId)?.name;
}
