import { coalitionFacts } from './coalition-words.js';

const LISTED = { list: 'list of coalitions, 2020', as: 'listed' };
const LATER = ['ListCoalition', '[2021..]', { list: 'later list of coalitions, after 2020', as: 'listed' }];

test.each([
  ['exploratory phase in 2016 (defining publicness in the digital age)', [['BeginExploring', '2016', {}]]],
  ['recommitted to its activities in 2016 (was quiet before)', [['Recommit', '2016', {}]]],
  ['recommitted in 2016 and took part in the main session', [['Recommit', '2016', {}]]],
  ['creation approved by the IGF Secretariat', [['RecogniseCoalition', '2013', {}]]],
  ['listed 2020', [['ListCoalition', '2020', LISTED]]],
  ['listed 2020 and later', [['ListCoalition', '2020', LISTED], LATER]],
  ['listed active 2020 and in the later list', [['ListCoalition', '2020', { ...LISTED, as: 'active' }], LATER]],
  ['only in the later list (after 2020)', [LATER]],
  ['not on the 2020 list', [['OmitFromList', '2020', { list: 'list of coalitions, 2020' }]]],
  ['not on the 2020 list under this name', [['OmitFromList', '2020', { list: 'list of coalitions, 2020' }]]],
  [
    'listed 2020 as DC-ISSS ("Dynamic Coalition on Internet Standards, Security and Safety")',
    [
      ['ListCoalition', '2020', LISTED],
      ['AddAlias', '2020', { alias: 'DC-ISSS' }],
      ['AddAlias', '2020', { alias: 'Dynamic Coalition on Internet Standards, Security and Safety' }],
    ],
  ],
  [
    'listed 2020 as "Dynamic Coalition on Internet Rights and Principles"',
    [
      ['ListCoalition', '2020', LISTED],
      ['AddAlias', '2020', { alias: 'Dynamic Coalition on Internet Rights and Principles' }],
    ],
  ],
  [
    'appears as "Children\'s Rights in the Digital Environment" (DC-Children) from 2022 at the latest (renamed)',
    [
      ['RenameWorkstream', '[..2022]', { name: "Children's Rights in the Digital Environment" }],
      ['AddAlias', '[..2022]', { alias: 'DC-Children' }],
    ],
  ],
  // Nothing is guessed: these stay in the note, or tell the date of the registration.
  ['not among the 2016 participants', []],
  ['"emerged in 2016" (2016 Chair\'s Summary)', []],
  ['announced at Athens in November 2006', []],
  ['perhaps listed 2020', []],
  [undefined, []],
])('%j tells of a coalition', (words, facts) => {
  expect(coalitionFacts(words, '2013').map(({ Class, effective, fields }) => [Class.name, effective, fields])).toEqual(facts);
});

test('clauses are read one by one, and those that no form knows are passed over', () => {
  const words = 'took part 2016; listed 2020 and later; something else; not on the 2023 list';
  expect(coalitionFacts(words, 'XXXX').map(({ effective }) => effective)).toEqual(['2020', '[2021..]', '2023']);
});
