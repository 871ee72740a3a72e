import type { Findables } from '#event-sourcing/projections';
import { nameOf, type Workstream, type WorkstreamKind } from '#workstreams';
import { dayOf, type Found, name, namesInTurn, type SaidText, text } from './found.js';

/** What people call the kinds, in full and for short. */
const KINDS: Readonly<Record<WorkstreamKind, string>> = {
  'best-practice-forum': 'Best Practice Forum (BPF)',
  'dynamic-coalition': 'Dynamic Coalition (DC)',
  'cenb-phase': 'Connecting and Enabling the Next Billion(s) (CENB)',
  'igf-initiative': 'National, regional or youth IGF initiative (NRI)',
  'policy-network': 'Policy Network (PN)',
  'coordination-group': 'Coordination group',
  'working-group': 'MAG working group (WG)',
  body: 'Body',
  cycle: 'Preparatory cycle',
};

/** Texts of a registration that only some kinds have: by the name of their field, what they are. */
const OWN = { abbreviation: 'abbreviation', beganAs: 'began as' } as const;
const OWN_TEXTS = { series: 'series', outputTitle: 'title of its output' } as const;

type Registered = Exclude<Workstream, { kind: 'none' }>;

function ownTexts(row: Registered, fields: Readonly<Record<string, string>>, say: typeof name): readonly SaidText[] {
  const said = row as unknown as Readonly<Record<string, string | null | undefined>>;
  return Object.entries(fields).flatMap(([field, what]) => say(what, said[field], row.registered.factId));
}

const alias = (text: string): SaidText => ({ field: 'alias', text, isName: true, since: null, until: null, factIds: [] });

function found(row: Registered): Found {
  const { workstreamId, kind, names, aliases, registered } = row;
  const cycle = 'cycle' in row ? String(row.cycle) : null;
  return {
    kind: 'workstream',
    id: workstreamId,
    title: nameOf(row),
    day: dayOf(registered),
    labels: [workstreamId, ...(cycle === null ? [] : [cycle])],
    said: [
      ...namesInTurn(
        'name',
        names.map((each) => ({ ...each, text: each.name })),
      ),
      ...aliases.map(alias),
      ...ownTexts(row, OWN, name),
      ...ownTexts(row, OWN_TEXTS, text),
      ...text('kind', KINDS[kind], registered.factId),
      ...text('cycle', cycle, registered.factId),
    ],
    workstreamIds: [workstreamId],
    address: `/v1/workstreams/${workstreamId}`,
  };
}

/** Workstreams by all their names, and by what they are: one of a year may be looked for as "BPF Cybersecurity 2016". */
export const foundWorkstreams: Findables<Workstream> = {
  kinds: ['workstream'],
  of: (row) => (row.kind === 'none' ? [] : [found(row)]),
};
