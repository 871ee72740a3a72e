import type { Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { type Call, CENB_PHASES, type CenbPhase } from '#workstreams';
import { calls } from '../../call-register/call-register.js';
import { contributionCounts } from '../../call-register/counts.js';
import { workstreams } from '../../workstream-directory/workstream-directory.js';
import type { MeasureRule, Occasion } from '../computed-figures.js';

const TOGETHER = /^phases? ((?:I{1,3}|IV)(?:(?:, | and )(?:I{1,3}|IV))*)(?: together)?$/i;

function phasesNamed(scope: string): readonly string[] {
  const [, named] = TOGETHER.exec(scope) ?? [];
  return named ? named.toUpperCase().split(/, | AND /) : [];
}

/** The phases that a figure covers: those of its scope, `phases I and II together`; without one, that of its cycle. None unless all are on record. */
function phasesOf({ cycle, scope }: Occasion, tables: Tables, moment: Moment): readonly CenbPhase[] {
  const all = workstreams(tables).rows({ kind: 'cenb-phase' }, moment) as readonly CenbPhase[];
  if (scope === null) return all.filter((each) => each.cycle === cycle);
  const named = phasesNamed(scope);
  const found = all.filter(({ phase }) => named.includes(phase));
  return named.every((phase) => found.some((each) => each.phase === phase)) ? found : [];
}

/** The calls of some phases, each once: two phases may have called together. */
function callsOf(phases: readonly CenbPhase[], tables: Tables, moment: Moment): readonly Call[] {
  const found = phases.flatMap(({ workstreamId }) => calls(tables).about(workstreamId, moment));
  const ofPhases = found.filter(({ workstreamIds }) => phases.some(({ workstreamId }) => workstreamIds.includes(workstreamId)));
  return [...new Map(ofPhases.map((call) => [call.callId, call])).values()];
}

const receivedBy = (phases: string): string =>
  `Single contributions on record for the calls of ${phases}. Numbers that were only stated are not counted.`;

/** The single contributions on record for the calls of one phase, or of several together. */
export const cenbContributions: MeasureRule = {
  rule: receivedBy('the phase, or the phases together, asked about'),
  compute: (occasion, tables, moment) => {
    const phases = phasesOf(occasion, tables, moment).toSorted((a, b) => CENB_PHASES.indexOf(a.phase) - CENB_PHASES.indexOf(b.phase));
    if (phases.length === 0) return null;
    const counts = callsOf(phases, tables, moment).map(contributionCounts);
    const factIds = counts.flatMap(({ total }) => total.factIds);
    return {
      value: factIds.length,
      rule: receivedBy(phases.map(({ phase }) => `phase ${phase}`).join(' and ')),
      factIds,
      excluded: counts.flatMap(({ notCounted }) => notCounted.map(({ factId, why }) => ({ factId, why }))),
    };
  },
};
