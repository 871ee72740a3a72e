import type { CallView } from '#read-models';
import type { CountStated } from '#workstreams';
import { dateText } from '#read-models';
import { computedNumber, FIGURE_COLUMNS, figureRow, inOrder } from '../figures.js';
import { type Material, type OfKind, workstreamsOf } from '../material.js';
import type { GeneratedSection, ReportNumber, ReportPart, ReportStatement } from '../model.js';
import { howMany, numberAs, says, series, statement } from '../says.js';

type Phase = OfKind<'cenb-phase'>;

/** A number of contributions that somebody stated of a call. */
export const statedNumber = ({ quantity, covers, effective, factId }: CountStated, { title }: CallView): ReportNumber =>
  numberAs(quantity.printed, `Contributions to “${title}” as stated${covers === null ? '' : `, for ${covers}`}, ${dateText(effective)}.`, {
    factIds: [factId],
  });

const covering = ({ covers }: CountStated): string => (covers === null ? '' : ` for ${covers}`);

/** What was stated of a call, `40+ for Draft I and 120+ for I and II together`. */
export const statedText = (call: CallView): readonly ReportPart[] =>
  series(call.counted.map((each) => says`${statedNumber(each, call)}${covering(each)}`));

const about = ({ focusSdgs, framework }: Phase): string => {
  const goals = focusSdgs.length === 0 ? '' : ` It looked at the Sustainable Development Goals ${focusSdgs.join(', ')}.`;
  return framework === null ? goals : `${goals} Its framework was adopted: ${dateText(framework.effective)}.`;
};

function phaseStatement(phase: Phase, material: Material): ReportStatement {
  const { workstreamId, name, cycle, registered, focusGoals, framework } = phase;
  const stages = material.judged('phase stage').filter((each) => each.workstreamId === workstreamId);
  const reasons = stages.flatMap(({ verdict }) => verdict.reasons.flatMap(({ factIds }) => factIds));
  const stage = stages.map(({ verdict }) => ` By the rule “phase stage”, version ${verdict.version}, it is ${verdict.status}.`).join('');
  const grounds = [registered, ...focusGoals, framework].flatMap((step) => step?.factId ?? []);
  return statement(
    `phase ${phase.phase}`,
    [`${name} was the work of the ${cycle} cycle.${about(phase)}${stage}`],
    [...new Set([...grounds, ...reasons])],
  );
}

function contributions(material: Material): ReportStatement {
  const computed = material.counted('CENB contributions');
  if (!computed) return statement('contributions', [`No phase is on record for the ${material.cycle} cycle.`]);
  const stated = material.calls.filter(
    ({ counted, workstreams }) => counted.length > 0 && workstreams.some(({ kind }) => kind === 'cenb-phase'),
  );
  const said = stated.length === 0 ? '' : says` Stated for its calls: ${series(stated.map(statedText))}.`;
  const many = howMany(computedNumber(computed), 'single contribution');
  return statement('contributions', says`The record holds ${many} to the calls of this phase.${said}`);
}

/** The phase of Connecting and Enabling the Next Billion(s) that was the work of the cycle. */
export function cenb(material: Material): GeneratedSection {
  const phases = workstreamsOf(material, 'cenb-phase').filter(({ cycle }) => cycle === material.cycle);
  const rows = inOrder(material.figures.filter(({ measure }) => measure === 'CENB contributions')).map(figureRow);
  const table = { id: 'figures', caption: 'Contributions, published and on record', columns: FIGURE_COLUMNS, rows };
  return {
    statements: [...phases.map((phase) => phaseStatement(phase, material)), contributions(material)],
    tables: rows.length > 0 ? [table] : [],
  };
}
