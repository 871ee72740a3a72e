import { dateText } from '#read-models';
import { computedNumber, publishedText } from '../figures.js';
import { type Material, type OfKind, workstreamsOf } from '../material.js';
import type { GeneratedSection, ReportRow, ReportStatement } from '../model.js';
import { howMany, naming, row, says, series, statement } from '../says.js';

type Forum = OfKind<'best-practice-forum'>;

/** The forums of a cycle, by name. */
export const forumsOf = (material: Material, cycle = material.cycle): readonly Forum[] =>
  workstreamsOf(material, 'best-practice-forum').filter((each) => each.cycle === cycle);

function approvedText({ decisions }: Forum): string {
  const approval = decisions.findLast(({ outcome }) => outcome === 'approved');
  return approval ? `approved: ${dateText(approval.effective)}` : 'approval not on record';
}

function forumRow(forum: Forum, { judged, papers }: Material): ReportRow {
  const { workstreamId, name, outputTitle, registered, decisions } = forum;
  const own = papers.filter(
    ({ workstreams, kind }) => kind === 'outcome document' && workstreams.some((of) => of.workstreamId === workstreamId),
  );
  const verdicts = judged('forum stage').filter((each) => each.workstreamId === workstreamId);
  const outputs = own.map(({ title, stage, final }) => `“${title}” (${stage}${final ? `: ${dateText(final.effective)}` : ''})`);
  const output = outputs.length > 0 ? outputs.join('; ') : outputTitle === null ? 'not on record' : `“${outputTitle}”`;
  const grounds = [
    registered.factId,
    ...decisions.map(({ factId }) => factId),
    ...own.flatMap(({ begun, final }) => [begun, final].flatMap((step) => step?.factId ?? [])),
    ...verdicts.flatMap(({ verdict }) => verdict.reasons.flatMap(({ factIds }) => factIds)),
  ];
  const stage = verdicts.map(({ verdict }) => verdict.status).join(', ');
  return row(workstreamId, [name, approvedText(forum), output, stage], [...new Set(grounds)]);
}

function howManyForums(material: Material): ReportStatement {
  const { counted, cycle, figures } = material;
  const computed = counted('BPFs');
  if (!computed) return statement('count', [`No Best Practice Forum of the ${cycle} cycle is on record.`]);
  const [, place] = /cycle number (\d+)/.exec(computed.rule) ?? [];
  const names = naming(forumsOf(material).map(({ name }) => name));
  const number = computedNumber(computed);
  const many = howMany(number, 'Best Practice Forum');
  const published = figures.filter(({ measure, scope }) => measure === 'BPFs' && scope === null);
  const beside = published.length === 0 ? '' : says` Published: ${series(published.map(publishedText))}.`;
  const which = place === undefined ? '' : says`, cycle number ${{ ...number, printed: place }} in which there were any`;
  return statement('count', says`The record has ${many} of the ${String(cycle)} cycle${which}${names}.${beside}`);
}

/** The Best Practice Forums of the cycle and what came of them. */
export function forums(material: Material): GeneratedSection {
  const rows = forumsOf(material).map((forum) => forumRow(forum, material));
  const columns = ['Forum', 'Decision of the MAG', 'Output', 'Stage'];
  const table = { id: 'forums', caption: `Best Practice Forums of the ${material.cycle} cycle and their outputs`, columns, rows };
  return { statements: [howManyForums(material)], tables: rows.length > 0 ? [table] : [] };
}
