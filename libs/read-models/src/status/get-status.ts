import { IsIn } from 'class-validator';
import { InvalidInput, IsId, IsText, ListQuery, NotFound, Optional, pageOf } from '#event-sourcing';
import type { Answering, Tables } from '#event-sourcing/projections';
import {
  callStage,
  inForce,
  judge,
  paperStageRule,
  rulesFor,
  STATUS_RULE_NAMES,
  type StatusRule,
  type StatusVerdict,
  titleOfPaper,
  type Work,
} from '#workstreams';
import { askedDay } from '../asked.js';
import { getWorkstream } from '../workstream-directory/get-workstreams.js';
import { named, type NamedWorkstream } from '../workstream-directory/workstream-directory.js';
import { gathered } from './gather.js';

/** How a workstream stood at a moment, by the rules of its kind, and how its calls and papers did. */
export class GetStatus extends ListQuery {
  @IsId() readonly workstreamId!: string;
  /** Only the verdicts of this rule. */
  @Optional() @IsIn(STATUS_RULE_NAMES) readonly rule?: string;
  /** By this version of that rule, rather than the one that was in force. */
  @Optional() @IsText(20) readonly version?: string;
}

/** What is judged: the workstream itself, or one of its calls or papers. */
export type Judged = Readonly<{ category: 'workstream' | 'call' | 'paper'; id: string; name: string }>;

export type VerdictView = Readonly<{ of: Judged }> & StatusVerdict;

/** The verdicts on the workstream first, then those on its calls and on its papers; `next` is the cursor to those that follow. */
export type StatusReport = Readonly<{ workstream: NamedWorkstream; total: number; next: string | null; verdicts: readonly VerdictView[] }>;

/** Something with the rule that judges it. */
type Judging = Readonly<{ rule: string; verdict: () => VerdictView }>;

function judging<S>(rule: StatusRule<S>, of: Judged, subject: S, { version, ...query }: GetStatus): Judging {
  const verdict = (): VerdictView => {
    const day = askedDay(query);
    const asked = version === undefined ? inForce(rule, day) : rule.versions.find((each) => each.version === version);
    if (!asked) throw new NotFound(`The rule ${rule.name} has no version ${version}.`);
    return { of, ...judge(rule, asked, subject, day) };
  };
  return { rule: rule.name, verdict };
}

function all(work: Work, { name, workstreamId }: NamedWorkstream, query: GetStatus): readonly Judging[] {
  const itself: Judged = { category: 'workstream', id: workstreamId, name };
  return [
    ...rulesFor(work).map((rule) => judging(rule, itself, work, query)),
    ...work.calls.map((call) => judging(callStage, { category: 'call', id: call.callId, name: call.title }, call, query)),
    ...work.papers.map((paper) =>
      judging(paperStageRule, { category: 'paper', id: paper.paperId, name: titleOfPaper(paper) }, paper, query),
    ),
  ];
}

function workOf(query: GetStatus, tables: Tables): Work {
  const { name: _, ...workstream } = getWorkstream(query, tables).body;
  return gathered(workstream, tables, query);
}

export const getStatus: Answering<GetStatus, StatusReport> = (query, tables) => {
  const { workstreamId, rule, version } = query;
  if (version !== undefined && rule === undefined)
    throw new InvalidInput([{ pointer: '/version', detail: 'needs the rule of which it is a version' }]);
  const work = workOf(query, tables);
  const workstream = named(tables, workstreamId, query);
  const wanted = all(work, workstream, query).filter((each) => rule === undefined || each.rule === rule);
  const { total, next, shown } = pageOf(wanted, query, tables.position());
  return { body: { workstream, total, next, verdicts: shown.map(({ verdict }) => verdict()) }, stream: `workstream-${workstreamId}` };
};
