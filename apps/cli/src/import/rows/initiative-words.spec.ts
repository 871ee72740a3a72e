import { initiativeFacts } from './initiative-words.js';

const factsOf = (...words: Parameters<typeof initiativeFacts>): unknown =>
  initiativeFacts(...words).map(({ Class, effective, fields }) => [Class.name, effective, fields]);

test.each([
  ['established', [['FoundInitiative', '2012', {}]]],
  ['initiated', [['FoundInitiative', '2012', {}]]],
  ['launched', [['FoundInitiative', '2012', {}]]],
  ['first held', [['HoldAnnualMeeting', '2012', { year: 2012, first: true }]]],
  ['organized', [['HoldAnnualMeeting', '2012', { year: 2012 }]]],
  ['recognized', [['RecogniseInitiative', '2012', {}]]],
  ['rumoured', []],
  [undefined, []],
])('a year of which the basis is %j', (basis, facts) => {
  expect(factsOf('2012', basis, undefined)).toEqual(facts);
});

test('a basis without a year tells nothing', () => {
  expect(factsOf(undefined, 'established', undefined)).toEqual([]);
});

const mention = (as: string, on: string): unknown[] => ['MentionInitiative', on, { as }];
const plan = (year: number, scheduledFor: string, rest: object = {}): unknown[] => [
  'ScheduleAnnualMeeting',
  `[..${scheduledFor}]`,
  { year, scheduledFor, ...rest },
];

test.each([
  ['"rejuvenated" in 2017 according to the NRI call of 11 May 2017', [['Rejuvenate', '[2017..2017-05-11]', {}]]],
  ['"rejuvenated" in 2017', [['Rejuvenate', '2017', {}]]],
  ['"most recently recognized" in January 2020', [['RecogniseInitiative', '[..2020-01]', {}]]],
  [
    'listed as recognised by SEEDIG in December 2017, but among the "most recently recognized" in January 2020',
    [mention('listed as recognised by SEEDIG', '2017-12'), ['RecogniseInitiative', '[..2020-01]', {}]],
  ],
  ['agreed to be formed at a preliminary meeting in October 2010', [['BeginForming', '2010-10', {}]]],
  [
    '"recently established" in May 2016; meeting 22-23 June 2017',
    [['FoundInitiative', '[..2016-05]', {}], mention('meeting 22-23 June 2017', '2017-06-22')],
  ],
  ['first meeting was announced for October 2017; SEEDIG lists 29 March 2018', [plan(2017, '2017-10'), plan(2018, '2018-03-29')]],
  ['first meeting scheduled for 1-3 September 2011', [plan(2011, '2011-09-01')]],
  ['meeting tentatively 8 March 2017', [plan(2017, '2017-03-08', { tentative: true })]],
  [
    'present at the 2010 roundtable; meeting 17 November 2016',
    [mention('present at the 2010 roundtable', '2010'), mention('meeting 17 November 2016', '2016-11-17')],
  ],
  ['eighth edition 14-15 November 2016 in Venice', [mention('eighth edition 14-15 November 2016 in Venice', '2016-11-14')]],
  ['4th edition 27-29 July 2011', [mention('4th edition 27-29 July 2011', '2011-07-27')]],
  ['4th LAC preparatory meeting in August 2011', [mention('4th LAC preparatory meeting in August 2011', '2011-08')]],
  ['meeting 28 November 2017; country renamed since', [mention('meeting 28 November 2017', '2017-11-28')]],
  // Nothing is guessed.
  ['meeting 31 November 2017', []],
  ['year of initiation, not of the first meeting', []],
  ['GISWatch 2017: Serbia had not held a national IGF', []],
])('a note of %j', (note, facts) => {
  expect(factsOf(undefined, undefined, note)).toEqual(facts);
});
