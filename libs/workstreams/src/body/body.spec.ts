import { given, on } from '#test/given';
import { RegisterCoordinationGroup, registerCoordinationGroup } from '../coordination-group/coordination-group.js';
import { RegisterWorkingGroup, registerWorkingGroup } from '../working-group/working-group.js';
import { workstream } from '../workstream/workstream.js';
import { RegisterBody, registerBody } from './body.js';

const workstreamId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0002';
const mag = { workstreamId, name: 'Multistakeholder Advisory Group', abbreviation: 'MAG' };
const group = { workstreamId, name: 'Working group on IGF improvements', abbreviation: 'WG-IMP' };
const coordination = { workstreamId, name: 'DC Coordination Group', abbreviation: 'DCCG', coordinates: 'dynamic-coalition' as const };

describe('Bodies and groups around the work', () => {
  test('are registered with what makes them that kind', () => {
    given(workstream).when(registerBody, RegisterBody, mag).then({ type: 'BodyRegistered', data: mag });
    given(workstream).when(registerWorkingGroup, RegisterWorkingGroup, group).then({ type: 'WorkingGroupRegistered', data: group });
    given(workstream)
      .when(registerCoordinationGroup, RegisterCoordinationGroup, coordination)
      .then({ type: 'CoordinationGroupRegistered', data: coordination });
  });

  test('are registered once', () => {
    const before = on('2015', { type: 'BodyRegistered', data: mag });
    given(workstream, before)
      .when(registerBody, RegisterBody, mag)
      .thenRefused(/registered already/);
    given(workstream, before)
      .when(registerWorkingGroup, RegisterWorkingGroup, group)
      .thenRefused(/registered already/);
    given(workstream, before)
      .when(registerCoordinationGroup, RegisterCoordinationGroup, coordination)
      .thenRefused(/registered already/);
  });

  test('keep a name that was folded before the registration', () => {
    const renamed = on('2016', { type: 'WorkstreamRenamed', data: { workstreamId, name: 'MAG of 2016' } });
    for (const type of ['BodyRegistered', 'WorkingGroupRegistered', 'CoordinationGroupRegistered'])
      expect(given(workstream, on('2016-03', { type, data: coordination }), renamed).state()).toMatchObject({
        names: [{ name: 'DC Coordination Group' }, { name: 'MAG of 2016' }],
        abbreviation: 'DCCG',
      });
  });
});
