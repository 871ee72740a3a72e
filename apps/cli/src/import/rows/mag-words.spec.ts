import { magFacts } from './mag-words.js';

test.each([
  ['agreed at the 4-6 April 2016 MAG meeting', { decidedIn: '4-6 April 2016 MAG meeting' }],
  ['decided at the 19-21 May 2014 OC/MAG meeting', { decidedIn: '19-21 May 2014 OC/MAG meeting' }],
  ['approved on the MAG virtual meeting of 25 April; title as on draft v2', { decidedIn: 'MAG virtual meeting of 25 April' }],
  ['approved by the MAG in May', {}],
  [undefined, {}],
])('an approval with a note of %j', (note, fields) => {
  const facts = magFacts(2016, '2016-04', note).map(({ Class, effective, fields: told }) => [Class.name, effective, told]);
  expect(facts).toEqual([['ApproveWorkstream', '2016-04', fields]]);
});

test('a forum without a date of approval is not recorded as approved; the title under which it was proposed is kept', () => {
  const [proposal, ...others] = magFacts(2018, undefined, 'proposed under "AI, IoT and Big Data"; proposals were due 12 April 2018');
  expect(proposal).toMatchObject({ effective: '[..2018]', fields: { title: 'AI, IoT and Big Data' } });
  expect(proposal!.Class.name).toBe('ProposeWorkstream');
  expect(others).toEqual([]);
});
