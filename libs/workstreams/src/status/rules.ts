import { callStage } from './call-stage.js';
import { coalitionActivity } from './coalition-activity.js';
import { forumStage } from './forum-stage.js';
import { initiativeStanding } from './initiative-standing.js';
import { networkStage } from './network-stage.js';
import { paperStageRule } from './paper-stage.js';
import { phaseStage } from './phase-stage.js';
import type { StatusRule } from './rule.js';
import { initiativeSilence, silence } from './silence.js';
import type { Work } from './work.js';

type Kind = Work['workstream']['kind'];

/** The rule of each kind of workstream that has one of its own: it takes the work of that kind only. */
const OF_KIND: { readonly [K in Kind]?: StatusRule<Work<Extract<Work['workstream'], { kind: K }>>> } = {
  'dynamic-coalition': coalitionActivity,
  'igf-initiative': initiativeStanding,
  'best-practice-forum': forumStage,
  'cenb-phase': phaseStage,
  'policy-network': networkStage,
};

/** The rules that judge a workstream: that of its kind, where there is one, and silence. */
export function rulesFor({ workstream: { kind } }: Work): readonly StatusRule<Work>[] {
  // What is looked up by its kind takes that kind.
  const own = OF_KIND[kind] as StatusRule<Work> | undefined;
  return [...(own ? [own] : []), kind === 'igf-initiative' ? initiativeSilence : silence];
}

/** A rule without what it judges: enough to read it. */
export type ReadableRule = Pick<StatusRule<never>, 'name' | 'statuses' | 'versions'>;

/** All rules there are, with the kind of what they judge. */
export const STATUS_RULES: readonly Readonly<{ judges: Kind | 'workstream' | 'call' | 'paper'; rule: ReadableRule }>[] = [
  { judges: 'dynamic-coalition', rule: coalitionActivity },
  { judges: 'igf-initiative', rule: initiativeStanding },
  { judges: 'best-practice-forum', rule: forumStage },
  { judges: 'cenb-phase', rule: phaseStage },
  { judges: 'policy-network', rule: networkStage },
  { judges: 'workstream', rule: silence },
  { judges: 'igf-initiative', rule: initiativeSilence },
  { judges: 'call', rule: callStage },
  { judges: 'paper', rule: paperStageRule },
];

/** The names by which rules are asked for. */
export const STATUS_RULE_NAMES: readonly string[] = STATUS_RULES.map(({ rule }) => rule.name);
