import { subjectOf } from './subject.js';

const read = (subject: string, date = '2016-05-23', isVirtual = true): object => {
  const { isInformal, isPlanned, isRepeated, hasSummary, number, ...rest } = subjectOf(subject, { date, isVirtual });
  const said = { isInformal, isPlanned, isRepeated, hasSummary };
  const marks = Object.entries(said).flatMap(([mark, holds]) => (holds ? [mark] : []));
  return { ...rest, ...(number && { number: `${number.counted}|${number.number}|${number.printed}` }), ...(marks.length > 0 && { marks }) };
};

test.each<[string, object, string?, boolean?]>([
  [
    'Virtual Meeting VIa (14:00 UTC): planning the main session',
    { title: 'Virtual Meeting VI: planning the main session', number: 'Virtual Meeting|VI|VIa', time: '14:00' },
  ],
  [
    'Virtual Meeting VIb (08:00 UTC), same agenda repeated for Asia-Pacific; page title says 27 May, page text says Friday 29 May',
    { title: 'Virtual Meeting VI', number: 'Virtual Meeting|VI|VIb', time: '08:00', marks: ['isRepeated'] },
  ],
  ['Virtual Meeting X (25:00 UTC)', { title: 'Virtual Meeting X', number: 'Virtual Meeting|X|X' }],
  ['DC Coordination Meeting XVIII', { title: 'DC Coordination Meeting XVIII', number: 'DC Coordination Meeting|XVIII|XVIII' }],
  ['DC Coordination Meeting 61', { title: 'DC Coordination Meeting 61', number: 'DC Coordination Meeting|61|61' }],
  [
    'Informal Virtual Meeting II',
    { title: 'Informal Virtual Meeting II', number: 'Informal Virtual Meeting|II|II', marks: ['isInformal'] },
  ],
  [
    'MAG virtual meeting IX of the 2016 cycle',
    { title: 'MAG virtual meeting IX of the 2016 cycle', number: 'MAG virtual meeting|IX|IX', cycle: 2016 },
  ],
  [
    '1st virtual meeting (16:00 UTC): topic; summary posted to the list on 6 July',
    { title: '1st virtual meeting: topic', number: 'virtual meeting|1st|1st', time: '16:00', postedOn: '2016-07-06' },
  ],
  ['Call; notes posted 3 January', { title: 'Call', postedOn: '2017-01-03' }, '2016-12-20'],
  ['2nd call: scope (planned date in the draft timeline)', { title: '2nd call: scope', number: 'call|2nd|2nd', marks: ['isPlanned'] }],
  ['BPF virtual meeting (summary listed)', { title: 'BPF virtual meeting', marks: ['hasSummary'] }],
  [
    'Virtual Meeting V: planning the IGF 2016 main session, Mexico',
    { title: 'Virtual Meeting V: planning the IGF 2016 main session, Mexico', number: 'Virtual Meeting|V|V' },
  ],
  [
    'First open consultation, Geneva, 16-17 Feb (about 300 participants)',
    { title: 'First open consultation, Geneva', endsOn: '2006-02-17', place: 'Geneva', attendance: 'about 300 participants' },
    '2006-02-16',
    false,
  ],
  [
    'OC and MAG meeting, Paris, 2-4 September 2015 (six BPFs reported)',
    { title: 'OC and MAG meeting, Paris (six BPFs reported)', endsOn: '2015-09-04', place: 'Paris' },
    '2015-09-02',
    false,
  ],
  ['Gathering, Geneva, 4-6 April', { title: 'Gathering, Geneva, 4-6 April', place: 'Geneva' }, '2016-04-05', false],
  [
    'Meeting IV: informal gathering, Geneva WIPO building Room A, 13:15-14:15',
    {
      title: 'Meeting IV: informal gathering, Geneva WIPO building Room A, 13:15-14:15',
      number: 'Meeting|IV|IV',
      place: 'Geneva WIPO building Room A',
      marks: ['isInformal'],
    },
    '2016-04-05',
    false,
  ],
  [
    'BPF session at IGF 2014, Istanbul',
    { title: 'BPF session at IGF 2014, Istanbul', session: 'other', cycle: 2014, place: 'Istanbul' },
    '2014-09-02',
    false,
  ],
  ['NRIs main session at IGF 2016', { title: 'NRIs main session at IGF 2016', session: 'main', cycle: 2016 }, '2016-12-07', false],
  [
    'DC Coordination Session at IGF 2016, Workshop Room 9, 16:30-18:00',
    {
      title: 'DC Coordination Session at IGF 2016, Workshop Room 9, 16:30-18:00',
      session: 'coordination',
      cycle: 2016,
      place: 'Workshop Room 9',
    },
    '2016-12-08',
    false,
  ],
  ['BPF workshop at IGF 2016', { title: 'BPF workshop at IGF 2016', session: 'workshop', cycle: 2016 }, '2016-12-08', false],
  ['First meeting at IGF 2013, Bali', { title: 'First meeting at IGF 2013, Bali', cycle: 2013, place: 'Bali' }, '2013-10-25', false],
  ['Some talk about this, and that', { title: 'Some talk about this, and that' }, '2016', false],
])('%j', (subject, said, date = '2016-05-23', isVirtual = true) => {
  expect(read(subject, date, isVirtual)).toEqual(said);
});
