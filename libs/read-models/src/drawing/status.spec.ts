import type { StatusRule, Work } from '#workstreams';
import { turnsOf, type WorkOn } from './status.js';

type Look = Parameters<
  StatusRule<Work>['versions'][number]['cases'][number]['when'][number] extends infer C ? (condition: C) => void : never
>[0];

/** So in even years: time alone turns it. */
const evenYear = {
  says: 'the year is [|not ]even',
  holds: (_: Work, { year }: { year: number }) => (year % 2 === 0 ? [] : undefined),
} as unknown as Look;

const version = (name: string, from: string) => ({
  version: name,
  from,
  source: '',
  cases: [{ status: 'even', when: [evenYear] }],
  otherwise: 'odd',
});
const rule = { name: 'evenness', statuses: ['even', 'odd'], versions: [version('1', '2010'), version('2', '2012-05')] } as StatusRule<Work>;

const day = (date: string): number => Date.parse(date) / 86_400_000;
const there: WorkOn = () => ({}) as Work;

describe('The status of a workstream turns', () => {
  const turns = (workOn: WorkOn, days: readonly number[], first: string, last: string) =>
    turnsOf(rule, workOn, days, { first: day(first), last: day(last) }).map((turn) => [
      new Date(turn.day * 86_400_000).toISOString().slice(0, 10),
      turn.status,
      turn.version,
    ]);

  test('also where only time passes, on the very day', () => {
    expect(turns(there, [day('2010-06-01')], '2010-06-01', '2012-03-01')).toEqual([
      ['2010-06-01', 'even', '1'],
      ['2011-01-01', 'odd', '1'],
      ['2012-01-01', 'even', '1'],
    ]);
  });

  test('when another version of its rule comes into force', () => {
    expect(turns(there, [], '2012-03-01', '2012-09-01')).toEqual([
      ['2012-03-01', 'even', '1'],
      ['2012-05-01', 'even', '2'],
    ]);
  });

  test('not before it was there', () => {
    const since: WorkOn = (on) => (on < day('2012-07-01') ? undefined : there(on));
    expect(turns(since, [day('2012-07-01')], '2012-03-01', '2012-09-01')).toEqual([['2012-07-01', 'even', '2']]);
  });
});
