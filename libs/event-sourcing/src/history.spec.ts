import { factsOf, on, type Past } from '#test/given';
import type { Event, Fact } from './event.js';
import { history, historyForRule, type Moment } from './history.js';

const happened = (what: string): Event => ({ type: 'Happened', data: { what } });
const told = (facts: readonly Fact[]): unknown[] => facts.map(({ data }) => (data as { what: string }).what);
const stood = (past: readonly Past[], moment: Moment = {}): unknown[] => told(history(factsOf(past), moment));
const amended = (corrects: string, what: string, effective?: string): Event => ({
  type: 'FactAmended',
  data: { corrects, changes: { what }, ...(effective && { effective }) },
});
const retracted = (corrects: string): Event => ({ type: 'FactRetracted', data: { corrects } });

describe('History', () => {
  describe('is ordered', () => {
    test('by the first day on which a fact may have happened, however late it was entered', () => {
      const past = [
        on('2016-08-31', happened('c')),
        on('2016-07-11', happened('a')),
        on('2016-08', happened('b')),
        on('2016', happened('0')),
      ];
      expect(stood(past)).toEqual(['0', 'a', 'b', 'c']);
    });

    test('within a day as the facts were entered, whatever the hour', () => {
      const past = [
        on('2016-07-11T15:00Z', happened('first entered')),
        on('2016-07-11T09:00Z', happened('second')),
        on('2016-07-11', happened('third')),
      ];
      expect(stood(past)).toEqual(['first entered', 'second', 'third']);
    });

    test('as entered where precision leaves the order open', () => {
      expect(stood([on('2016-07', happened('a')), on('2016-07-01', happened('b')), on('[2016-07-01..2017]', happened('c'))])).toEqual([
        'a',
        'b',
        'c',
      ]);
    });

    test('with what has no lower bound first', () => {
      expect(stood([on('2016-07-11', happened('b')), on('[..2016-11-14]', happened('a')), on('XXXX', happened('also'))])).toEqual([
        'a',
        'also',
        'b',
      ]);
    });
  });

  describe('as of a date', () => {
    const past = [
      on('2016-07-11', happened('day')),
      on('2016-08', happened('month')),
      on('2016', happened('year')),
      on('[2016-07-11..2016-11-14]', happened('bounds')),
      on('2016-07-11T12:00Z', happened('instant')),
      on('XXXX', happened('unknown')),
    ];
    test.each([
      ['2016-07-10', []],
      ['2016-07-11T12:00Z', ['instant']],
      ['2016-07-11', ['day', 'instant']],
      ['2016-08-30', ['day', 'instant']],
      ['2016-08-31', ['day', 'instant', 'month']],
      ['2016-08', ['day', 'instant', 'month']],
      ['2016-11-13', ['day', 'instant', 'month']],
      ['2016-11-14', ['day', 'bounds', 'instant', 'month']],
      ['2016', ['year', 'day', 'bounds', 'instant', 'month']],
    ])('%s tells only what had surely happened by its end', (asOf, expected) => {
      expect(stood(past, { asOf })).toEqual(expected);
    });

    test('tells of everything once it was recorded: nothing happens after that', () => {
      expect(stood(past, { asOf: '2020-01-01' })).toContain('unknown');
      const entered = on('2016', happened('this year'), { recordedAt: '2016-05-04' });
      expect(stood([entered], { asOf: '2016-05-03' })).toEqual([]);
      expect(stood([entered], { asOf: '2016-05-04' })).toEqual(['this year']);
    });
  });

  test('as known at a date leaves out what was entered later', () => {
    const past = [
      on('2016-07-11', happened('early'), { recordedAt: '2016-07-12' }),
      on('2016-07-01', happened('late'), { recordedAt: '2017-01-01' }),
    ];
    expect(stood(past, { knownAt: '2016-12-31' })).toEqual(['early']);
    expect(stood(past, { knownAt: '2017-01-01' })).toEqual(['late', 'early']);
    expect(stood(past, { asOf: '2016-07-11', knownAt: '2016-07-11' })).toEqual([]);
  });

  test('up to a position leaves out what stands behind it, corrections too', () => {
    const first = on('2016-07-11', happened('first'), { id: 'f' });
    const second = on('2016-07-12', happened('second'));
    const corrected = on('2016-07-13', amended('f', 'better'));
    const all = factsOf([first, second, corrected]);
    expect(all.map(({ position }) => told(history(all, { upTo: Number(position) })))).toEqual([
      ['first'],
      ['first', 'second'],
      ['better', 'second'],
    ]);
  });

  describe('with corrections', () => {
    const wrong = on('2016-07-11', happened('wrong'), { id: 'w' });
    const right = on('2020-02-01', amended('w', 'right'), { id: 'a', recordedAt: '2020-02-01' });

    test('tells what a fact should have said', () => {
      expect(stood([wrong, right])).toEqual(['right']);
      expect(history(factsOf([wrong, right]))[0]).toMatchObject({
        id: 'w',
        amendedBy: ['a'],
        effective: '2016-07-11',
        metadata: { actor: 'Secretariat' },
      });
    });

    test('still tells what was believed before', () => {
      expect(stood([wrong, right], { knownAt: '2020-01-31' })).toEqual(['wrong']);
    });

    test('corrects every date that may be asked about, also those before the correction', () => {
      expect(stood([wrong, right], { asOf: '2016-07-11' })).toEqual(['right']);
    });

    test('moves a fact to the day on which it really happened', () => {
      const moved = on('2020-02-01', amended('w', 'moved', '2016-09-01'), { recordedAt: '2020-02-01' });
      const other = on('2016-08-01', happened('other'));
      expect(stood([wrong, other, moved])).toEqual(['other', 'moved']);
      expect(stood([wrong, other, moved], { asOf: '2016-08-31' })).toEqual(['other']);
    });

    test('moves a fact beyond the day on which it was first recorded, if need be', () => {
      const early = on('2016-07-11', happened('early'), { id: 'e', recordedAt: '2016-07-12' });
      const moved = on('2016-10-01', amended('e', 'moved', '2016-09-01'), { recordedAt: '2016-10-01' });
      expect(stood([early, moved], { asOf: '2016-08-01' })).toEqual([]);
      expect(stood([early, moved], { asOf: '2016-09-01' })).toEqual(['moved']);
    });

    test('leaves out what was retracted', () => {
      expect(stood([wrong, on('2020-02-01', retracted('w'))])).toEqual([]);
    });

    test('restores what was retracted by mistake', () => {
      expect(stood([wrong, on('2020-02-01', retracted('w'), { id: 'r' }), on('2020-02-02', retracted('r'))])).toEqual(['wrong']);
    });

    test('undoes an amendment by its retraction, and that again by another', () => {
      const undone = on('2020-02-02', retracted('a'), { id: 'u' });
      expect(stood([wrong, right, undone])).toEqual(['wrong']);
      expect(stood([wrong, right, undone, on('2020-02-03', retracted('u'))])).toEqual(['right']);
    });

    test('takes the latest amendment, field by field', () => {
      const event = { type: 'Happened', data: { what: 'x', where: 'y', who: 'z' } };
      const change = (changes: object): Event => ({ type: 'FactAmended', data: { corrects: 'm', changes } });
      const past = [
        on('2016', event, { id: 'm' }),
        on('2020', change({ what: 'x1', where: 'y1' })),
        on('2020', change({ where: null, who: 'z2' })),
      ];
      expect(history(factsOf(past))[0]?.data).toEqual({ what: 'x1', who: 'z2' });
    });

    test('keeps a retracted fact out, whatever amended it', () => {
      expect(stood([wrong, on('2020-02-01', retracted('w')), right])).toEqual([]);
    });
  });
});

describe('History for a rule', () => {
  const seen = (past: readonly Past[], effective: string): unknown[] => told(historyForRule(factsOf(past), effective));

  test('is all that may have happened by the end of the day that the command speaks of', () => {
    const past = [on('2016-07-11', happened('day')), on('2016-08', happened('month')), on('2016-09-01', happened('after'))];
    expect(seen(past, '2016-07-10')).toEqual([]);
    expect(seen(past, '2016-07-11')).toEqual(['day']);
    expect(seen(past, '2016-07-11T03:00Z')).toEqual(['day']);
    expect(seen(past, '2016-08-01')).toEqual(['day', 'month']);
    expect(seen(past, '2016')).toEqual(['day', 'month', 'after']);
  });

  test('gives the benefit of the doubt: a call opened in May may have been open on any day of May', () => {
    expect(seen([on('2016-05', happened('opened'))], '2016-05-20')).toEqual(['opened']);
    expect(stood([on('2016-05', happened('opened'))], { asOf: '2016-05-20' })).toEqual([]);
  });

  test('is free of what was retracted', () => {
    expect(seen([on('2016-07-11', happened('x'), { id: 'x1' }), on('2020-02-01', retracted('x1'))], '2016-08-01')).toEqual([]);
  });
});
