import type { Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import type { CoordinationGroup, Meeting } from '#workstreams';
import { meetings } from '../../meeting-register/meeting-register.js';
import { workstreams } from '../../workstream-directory/workstream-directory.js';
import type { MeasureRule } from '../computed-figures.js';

type Coordinated = CoordinationGroup['coordinates'];

/** The main sessions of a cycle that those held together who coordinate workstreams of a kind. */
function mainSessions(cycle: number, of: Coordinated, tables: Tables, moment: Moment): readonly Meeting[] {
  const groups = workstreams(tables).rows({ kind: 'coordination-group' }, moment) as readonly CoordinationGroup[];
  const ids = new Set(groups.filter(({ coordinates }) => coordinates === of).map(({ workstreamId }) => workstreamId));
  return meetings(tables)
    .rows({ session: 'main', cycle }, moment)
    .filter(({ begun, workstreamIds }) => begun !== null && workstreamIds.some((id) => ids.has(id)));
}

const inTheirMainSession = (of: Coordinated, ruleOf: (cycle: number | string) => string): MeasureRule => ({
  rule: ruleOf('the cycle asked about'),
  compute: ({ cycle, scope }, tables, moment) => {
    if (cycle === null || scope !== null) return null;
    const all = mainSessions(cycle, of, tables, moment).flatMap(({ participants }) => participants);
    // One that took part in both parts of a session in two parts is one.
    const each = new Map(all.map((participant) => [participant.workstreamId, participant.factId]));
    const ofKind = [...each].filter(([id]) => workstreams(tables).row(id, moment)?.kind === of);
    const excluded = all.filter(({ workstreamId }) => !ofKind.some(([id]) => id === workstreamId));
    return {
      value: ofKind.length,
      rule: ruleOf(cycle),
      factIds: [...new Set(ofKind.map(([, factId]) => factId))],
      excluded: excluded.map(({ factId }) => ({ factId, why: 'it is of another kind' })),
    };
  },
});

export const coalitionsInMainSession = inTheirMainSession(
  'dynamic-coalition',
  (cycle) => `Dynamic Coalitions of which it is on record that they took part in their joint main session of ${cycle}.`,
);

export const initiativesInMainSession = inTheirMainSession(
  'igf-initiative',
  (cycle) => `IGF initiatives of which it is on record that they took part in the NRI main session of ${cycle}.`,
);
