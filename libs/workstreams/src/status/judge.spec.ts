import fc from 'fast-check';
import { ANY_DAY, type Asked, type Condition, inWords, not, onDay } from './condition.js';
import { dayOf } from './day.js';
import { judge } from './judge.js';
import { inForce, type RuleVersion } from './rule.js';

type Facts = readonly boolean[];

/** Conditions that each look at one fact: any of them can be made so on its own. */
const conditions = Array.from({ length: 5 }, (_, n): Condition<Facts> => ({
  says: `[${n}|not ${n}]`,
  holds: (facts) => (facts[n] ? [`fact ${n}`] : undefined),
}));
const asked: fc.Arbitrary<Asked<Facts>> = fc
  .tuple(fc.nat({ max: 4 }), fc.boolean())
  .map(([n, negated]) => (negated ? not(conditions[n]!) : conditions[n]!));
const version: fc.Arbitrary<RuleVersion<Facts>> = fc.record({
  version: fc.constant('1'),
  from: fc.constant('2006'),
  source: fc.constant(''),
  cases: fc.array(fc.record({ status: fc.constantFrom('a', 'b', 'c'), when: fc.array(asked, { minLength: 1, maxLength: 3 }) }), {
    maxLength: 6,
  }),
  otherwise: fc.constantFrom('a', 'd'),
});
const facts = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
const TODAY = dayOf('2016-12-09');

const becomes = (subject: Facts, needs: readonly string[]): Facts =>
  subject.map((is, n) => (needs.includes(`${n}`) ? true : needs.includes(`not ${n}`) ? false : is));

describe('A verdict', () => {
  test('says truly what would change it: whatever needs it names, made so, give the other status', () => {
    fc.assert(
      fc.property(version, facts, (rule, subject) => {
        const { status, wouldChange } = judge({ name: 'x' }, rule, subject, TODAY);
        for (const { to, needs } of wouldChange) {
          expect(to).not.toBe(status);
          expect(needs.length).toBeGreaterThan(0);
          expect(judge({ name: 'x' }, rule, becomes(subject, needs), TODAY).status).toBe(to);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('names a change for every status that the rule can give with other facts', () => {
    fc.assert(
      fc.property(version, facts, facts, (rule, subject, other) => {
        const verdict = judge({ name: 'x' }, rule, subject, TODAY);
        const elsewhere = judge({ name: 'x' }, rule, other, TODAY).status;
        expect([verdict.status, ...verdict.wouldChange.map(({ to }) => to)]).toContain(elsewhere);
      }),
      { numRuns: 2000 },
    );
  });

  test('gives reasons that are so, and no fact that is not there', () => {
    fc.assert(
      fc.property(version, facts, (rule, subject) => {
        for (const { says, factIds } of judge({ name: 'x' }, rule, subject, TODAY).reasons) {
          const n = Number(says.replace('not ', ''));
          expect([says, factIds]).toEqual(subject[n] ? [`${n}`, [`fact ${n}`]] : [`not ${n}`, []]);
        }
      }),
    );
  });

  test('leaves out what only a correction could undo', () => {
    const lasting: Condition<Facts> = { ...conditions[0]!, lasting: true };
    const rule = { version: '1', from: '2006', source: '', cases: [{ status: 'a', when: [lasting] }], otherwise: 'b' };
    expect(judge({ name: 'x' }, rule, [true], TODAY).wouldChange).toEqual([]);
    expect(judge({ name: 'x' }, rule, [false], TODAY).wouldChange).toEqual([{ to: 'a', needs: ['0'] }]);
  });
});

test('Conditions say in one text what is so, what is not, and what is asked of any day', () => {
  const condition = { says: '[a|no] report for {year} or {before} is on record' };
  expect(inWords(condition, true, onDay(TODAY))).toBe('a report for 2016 or 2015 is on record');
  expect(inWords(condition, false, onDay(TODAY))).toBe('no report for 2016 or 2015 is on record');
  expect(inWords(condition, true, ANY_DAY)).toBe('a report for the year or the year before is on record');
});

test('The version in force is the last one that had begun; before all of them it is the first', () => {
  const versions = ['2006', '2011', '2016-02'].map((from) => ({ version: from, from, source: '', cases: [], otherwise: '' }));
  const versionOn = (date: string) => inForce({ name: 'x', statuses: [], versions }, dayOf(date)).version;
  expect(['2001', '2010', '2011-01-01', '2012', '2016-01-31', '2016-02-01', '2026'].map(versionOn)).toEqual([
    '2006',
    '2006',
    '2011',
    '2011',
    '2011',
    '2016-02',
    '2016-02',
  ]);
});
