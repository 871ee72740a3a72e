import { given, on, type Past } from '#test/given';
import { DescribePerson, describePerson } from './describe-person.js';
import { person } from './person.js';
import { RegisterPerson, registerPerson } from './register-person.js';

const personId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0031';
const registered = (effective = '2015'): Past =>
  on(effective, {
    type: 'PersonRegistered',
    data: { personId, name: 'A. Person', organisation: 'APC', stakeholderGroup: 'Civil Society' },
  });
const described = (effective: string, data: object): Past => on(effective, { type: 'PersonDescribed', data: { personId, ...data } });

describe('A person', () => {
  const claim = {
    personId,
    name: 'A. Person',
    organisation: 'APC',
    stakeholderGroup: 'Civil Society',
    regionalGroup: 'African Group',
  } as const;

  test('is put on record with what is known of them', () => {
    given(person).when(registerPerson, RegisterPerson, claim).then({ type: 'PersonRegistered', data: claim });
  });

  test('is put on record once', () => {
    given(person, registered())
      .when(registerPerson, RegisterPerson, claim)
      .thenRefused(/registered already/);
  });
});

describe('What is said of a person', () => {
  const command = { personId, organisation: 'ISOC', effective: '2018-03' };
  const event = { type: 'PersonDescribed', data: { personId, organisation: 'ISOC' } };

  test('holds from its date on, field by field', () => {
    given(person, registered()).when(describePerson, DescribePerson, command).then(event);
    const past = given(person, registered(), described('2018-03', { organisation: 'ISOC' }), described('2019', { name: 'A. Other' }));
    expect(past.state()).toMatchObject({ name: 'A. Other', organisation: 'ISOC', stakeholderGroup: 'Civil Society', regionalGroup: null });
    expect(past.state({ asOf: '2018-02' })).toMatchObject({ name: 'A. Person', organisation: 'APC' });
    expect(past.state({ asOf: '2018' })).toMatchObject({ name: 'A. Person', organisation: 'ISOC' });
  });

  test('again, or not at all, says nothing new', () => {
    given(person, registered())
      .when(describePerson, DescribePerson, { personId, name: 'A. Person', organisation: 'APC', effective: '2016' })
      .thenNothing();
    given(person, registered()).when(describePerson, DescribePerson, { personId, effective: '2016' }).thenNothing();
  });

  test('is refused before they were known', () => {
    given(person, registered())
      .when(describePerson, DescribePerson, { ...command, effective: '2014' })
      .thenRefused(/not recorded as known by 2014/);
  });

  test('entered late is judged on its day and does not replace what was said after it', () => {
    const past = given(person, registered(), described('2019', { organisation: 'ISOC' }));
    past.when(describePerson, DescribePerson, command).then(event);
    const late = given(
      person,
      registered(),
      described('2019', { organisation: 'RIPE NCC' }),
      described('2018-03', { organisation: 'ISOC' }),
    );
    expect([late.state().organisation, late.state({ asOf: '2018-12' }).organisation]).toEqual(['RIPE NCC', 'ISOC']);
  });

  test('of a year prevails over the registration on a day of that year', () => {
    const state = given(person, registered('2018-06-01'), described('2018', { organisation: 'ISOC' })).state();
    expect(state).toMatchObject({ personId, name: 'A. Person', organisation: 'ISOC', registered: { effective: '2018-06-01' } });
    expect(state.descriptions.map(({ effective }) => effective)).toEqual(['2018-06-01', '2018']);
  });
});
