import { given, on } from '#test/given';
import { RegisterBestPracticeForum, registerBestPracticeForum } from '../best-practice-forum/best-practice-forum.js';
import { RegisterCenbPhase, registerCenbPhase } from '../connecting-the-next-billion/cenb-phase.js';
import { RegisterDynamicCoalition, registerDynamicCoalition } from '../dynamic-coalition/dynamic-coalition.js';
import { RegisterIgfInitiative, registerIgfInitiative } from '../igf-initiative/igf-initiative.js';
import { RegisterPolicyNetwork, registerPolicyNetwork } from '../policy-network/policy-network.js';
import { AddAlias, addAlias, nameOf, RenameWorkstream, renameWorkstream } from './names.js';
import { workstream } from './workstream.js';

const workstreamId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0002';
const safety = on('2007', {
  type: 'DynamicCoalitionRegistered',
  data: { workstreamId, name: 'Dynamic Coalition on Child Online Safety', abbreviation: 'DCCOS' },
});
const renamed = on(
  '2022',
  { type: 'WorkstreamRenamed', data: { workstreamId, name: "Children's Rights in the Digital Environment" } },
  { recordedAt: '2022-12-31' },
);

describe('Each kind of workstream', () => {
  test('is registered with what makes it that kind', () => {
    const forum = {
      workstreamId,
      name: 'Cybersecurity',
      cycle: 2017,
      series: 'Cybersecurity',
      renews: ['b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0009'],
      aliases: ['Security'],
    };
    given(workstream)
      .when(registerBestPracticeForum, RegisterBestPracticeForum, forum)
      .then({ type: 'BestPracticeForumRegistered', data: forum });
    const coalition = { workstreamId, name: 'Youth Coalition on Internet Governance', abbreviation: 'YCIG' };
    given(workstream)
      .when(registerDynamicCoalition, RegisterDynamicCoalition, coalition)
      .then({ type: 'DynamicCoalitionRegistered', data: coalition });
    const phase = { workstreamId, name: 'CENB', phase: 'III' as const, cycle: 2017, focusSdgs: [4, 5, 9] };
    given(workstream).when(registerCenbPhase, RegisterCenbPhase, phase).then({ type: 'CenbPhaseRegistered', data: phase });
    const initiative = { workstreamId, name: 'EuroDIG', level: 'regional' as const, place: 'Europe', beganAs: 'initiated' };
    given(workstream)
      .when(registerIgfInitiative, RegisterIgfInitiative, initiative)
      .then({ type: 'IgfInitiativeRegistered', data: initiative });
    const network = { workstreamId, name: 'Policy Network on Internet Fragmentation', abbreviation: 'PNIF' };
    given(workstream).when(registerPolicyNetwork, RegisterPolicyNetwork, network).then({ type: 'PolicyNetworkRegistered', data: network });
  });

  test.each([
    ['I', 2016],
    ['IV', 2006],
  ] as const)('is refused as CENB phase %s of the %i cycle: the four were those of 2015 to 2018', (phase, cycle) => {
    given(workstream)
      .when(registerCenbPhase, RegisterCenbPhase, { workstreamId, name: 'CENB', phase, cycle })
      .thenRefused(/was the work of the 20\d\d cycle/);
  });

  test('is registered once', () => {
    given(workstream, safety)
      .when(registerDynamicCoalition, RegisterDynamicCoalition, { workstreamId, name: 'Another' })
      .thenRefused(/registered already/);
  });
});

describe('Names', () => {
  test('change from a day on, and the old one stays on record', () => {
    const coalition = given(workstream, safety, renamed);
    expect(nameOf(coalition.state())).toBe("Children's Rights in the Digital Environment");
    expect(nameOf(coalition.state({ asOf: '2021' }))).toBe('Dynamic Coalition on Child Online Safety');
    expect(coalition.state().names.map(({ since }) => since)).toEqual(['2007', '2022']);
  });

  test('given again change nothing', () => {
    const name = 'Dynamic Coalition on Child Online Safety';
    given(workstream, safety).when(renameWorkstream, RenameWorkstream, { workstreamId, name, effective: '2008' }).thenNothing();
    given(workstream, safety, on('2008', { type: 'AliasAdded', data: { workstreamId, alias: 'COS' } }))
      .when(addAlias, AddAlias, { workstreamId, alias: 'COS', effective: '2009' })
      .thenNothing();
  });

  test('and aliases are refused for what does not exist yet', () => {
    given(workstream, safety)
      .when(renameWorkstream, RenameWorkstream, { workstreamId, name: 'X', effective: '2006' })
      .thenRefused(/not recorded as existing by 2006/);
    given(workstream, safety)
      .when(addAlias, AddAlias, { workstreamId, alias: 'X', effective: '2006' })
      .thenRefused(/not recorded as existing/);
  });

  test('of the same year as the registration are kept in order', () => {
    const { names } = given(workstream, on('2016-05-01', safety.event), on('2016', renamed.event)).state();
    expect(names.map(({ name }) => name)).toEqual([
      'Dynamic Coalition on Child Online Safety',
      "Children's Rights in the Digital Environment",
    ]);
  });
});
