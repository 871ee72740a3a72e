import type { CallView, NamedWorkstream } from '#read-models';
import { REGIONAL_GROUPS, STAKEHOLDER_GROUPS } from '#workstreams';
import { dateText } from '#read-models';
import type { Material } from '../material.js';
import type { GeneratedSection, ReportCell, ReportNumber, ReportRow, ReportTable } from '../model.js';
import { countOf, howMany, numberAs, row, says, statement } from '../says.js';
import { statedText } from './cenb.js';

/** Whose something is, by name; a topic alone does not tell which year's forum it was. */
export const namesOf = (all: readonly NamedWorkstream[]): string =>
  all.map(({ name, kind, cycle }) => (kind === 'best-practice-forum' ? `BPF ${name} ${cycle}` : name || 'not on record')).join(', ');

function deadlineText({ deadlines }: CallView): string {
  const texts = deadlines.map(({ kind, current, extensions }) => {
    const moves = extensions.map(({ to }) => dateText(to));
    return `${kind === 'closing' ? 'closing' : 'included until'} ${dateText(current)}${moves.length > 0 ? ' (moved)' : ''}`;
  });
  return texts.length === 0 ? 'no date on record' : texts.join('; ');
}

const ofCall = ({ counts: { total, rule, notCounted } }: CallView): ReportNumber =>
  numberAs(String(total.count), rule, {
    factIds: total.factIds,
    excluded: notCounted.map(({ factId, why }) => ({ factId, why })),
  });

/** What is counted one by one, and what was stated; that neither is on record is not zero. */
function contributionsText(call: CallView): ReportCell {
  const stated = call.counted.length === 0 ? [] : says`stated: ${statedText(call)}`;
  if (call.counts.total.count === 0) return stated.length > 0 ? stated : ['not on record'];
  return stated.length > 0 ? says`${ofCall(call)} on record; ${stated}` : says`${ofCall(call)} on record`;
}

function callRow(call: CallView): ReportRow {
  const { callId, title, workstreams, opened, deadlines } = call;
  const grounds = [opened!.factId, ...deadlines.flatMap(({ extensions }) => extensions.map(({ factId }) => factId))];
  return row(callId, [title, namesOf(workstreams), dateText(opened!.effective), deadlineText(call), contributionsText(call)], grounds);
}

type Breakdown = 'byStakeholderGroup' | 'byRegionalGroup';

/** The contributions of all calls by one property. What nobody stated is a row of its own, so that the rows sum to the total. */
function breakdown(calls: readonly CallView[], by: Breakdown, groups: readonly string[], name: string): ReportTable {
  const rows = [...groups, 'unknown'].map((group) => {
    const factIds = calls.flatMap(({ counts }) => counts[by][group]?.factIds ?? []);
    return row(group, [group === 'unknown' ? 'not stated' : group, countOf(factIds, `Contributions counted: ${group}.`)]);
  });
  return { id: by, caption: `Contributions on record by ${name}`, columns: [name, 'Contributions'], rows };
}

/** The calls of the cycle and what they brought, by group. */
export function calls(material: Material): GeneratedSection {
  const all = material.calls.toSorted((a, b) => a.title.localeCompare(b.title, 'en') || a.callId.localeCompare(b.callId));
  const opened = countOf(
    all.map(({ opened }) => opened!.factId),
    `Calls of workstreams of the ${material.cycle} cycle, and others opened in that year.`,
  );
  const received = all.flatMap(({ counts }) => counts.total.factIds);
  const contributions = countOf(
    received,
    'Contributions received, without those withdrawn and those that came late and were not accepted.',
  );
  const text = says`The record has ${howMany(opened, 'call')} for input of the cycle, with ${howMany(contributions, 'contribution')} kept one by one. Numbers that were only stated stand beside them.`;
  const columns = ['Call', 'Of', 'Opened', 'Dates', 'Contributions'];
  const table = { id: 'calls', caption: `Calls for input of the ${material.cycle} cycle`, columns, rows: all.map(callRow) };
  const groups = [
    breakdown(all, 'byStakeholderGroup', STAKEHOLDER_GROUPS, 'stakeholder group'),
    breakdown(all, 'byRegionalGroup', REGIONAL_GROUPS, 'regional group'),
  ];
  return {
    statements: [statement('count', text)],
    tables: [...(all.length > 0 ? [table] : []), ...(received.length > 0 ? groups : [])],
  };
}
