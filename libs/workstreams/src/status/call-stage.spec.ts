import { foldAll, history } from '#event-sourcing';
import { at } from '#test/judging';
import { factsOf, type Past } from '#test/given';
import { callForInput } from '../call-for-input/call-for-input.js';
import { paper } from '../paper/paper.js';
import { paperStage } from '../paper/stage.js';
import { callStage } from './call-stage.js';
import { dayOf } from './day.js';
import { judge, type StatusVerdict } from './judge.js';
import { paperStageRule } from './paper-stage.js';

const opened = (dates: object): Past => at('2016-07-11', 'CallOpened', { callId: 'c', title: 'Call for public input', ...dates });
const extended = (to: string, effective: string, deadline = 'closing'): Past =>
  at(effective, 'DeadlineExtended', { callId: 'c', deadline, to, from: null, fromKind: null });
const closed = (effective: string): Past => at(effective, 'CallClosed', { callId: 'c' });
const reopened = (effective: string): Past => at(effective, 'CallReopened', { callId: 'c' });

function callOn(past: readonly Past[], asOf: string): StatusVerdict {
  const state = foldAll(callForInput, history(factsOf(past), { asOf }));
  return judge(callStage, callStage.versions[0]!, state, dayOf(asOf));
}

const phaseII = [opened({ inclusionDate: '2016-08-31' }), extended('2016-11-14', '2016-09-15')];

describe('A call', () => {
  test.each([
    ['before its opening is known', [extended('2016-11-14', '2016-07-01')], '2016-07-05', 'announced'],
    ['with an inclusion date ahead', phaseII, '2016-08-31', 'open'],
    ['of phase II after its inclusion date, rolling', phaseII, '2016-09-01', 'past its inclusion date'],
    ['of phase II with its closing date, on that day', phaseII, '2016-11-14', 'past its inclusion date'],
    ['of phase II after its closing date, which closed nothing', phaseII, '2016-11-15', 'past its closing date'],
    ['without any date', [opened({})], '2020', 'open'],
    ['with a closing date ahead', [opened({ closingDate: '2016-09' })], '2016-08', 'open'],
    ['that was extended', [opened({ closingDate: '2016-09' }), extended('2016-10', '2016-09-20')], '2016-10-02', 'open'],
    ['that was closed', [opened({ closingDate: '2016-09' }), closed('2016-10-02')], '2016-10-02', 'closed'],
    ['that was reopened', [opened({ closingDate: '2016-09' }), closed('2016-10-02'), reopened('2016-10-05')], '2016-10-06', 'reopened'],
    [
      'that was reopened and closed again',
      [opened({}), closed('2016-10-02'), reopened('2016-10-05'), closed('2016-10-09')],
      '2016-10-09',
      'closed',
    ],
    [
      'that was reopened until a day',
      [opened({ closingDate: '2016-09' }), closed('2016-10-02'), reopened('2016-10-05'), extended('2016-10-20', '2016-10-05')],
      '2016-10-21',
      'past its closing date',
    ],
  ] as const)('%s', (_, past, asOf, status) => {
    expect(callOn(past, asOf).status).toBe(status);
  });

  test('is open for a reason: a date ahead, or that there is none', () => {
    const says = (past: readonly Past[]) => callOn(past, '2016-08').reasons.map((reason) => reason.says);
    expect(says([opened({ closingDate: '2016-09' })])).toEqual(['its opening is on record', 'a closing date lies ahead']);
    expect(says([opened({})])).toEqual(['its opening is on record', 'no closing date is on record']);
  });

  test('names the extension that set the date, and what would open it again', () => {
    const { reasons, wouldChange } = callOn(phaseII, '2016-11-15');
    expect(reasons[0]).toEqual({ says: 'a closing date is on record', factIds: [phaseII[1]!.id] });
    const open = wouldChange.find(({ to }) => to === 'past its inclusion date');
    expect(open).toEqual({ to: 'past its inclusion date', needs: ['a closing date lies ahead'] });
    expect(callOn([...phaseII, extended('2016-12', '2016-11-15')], '2016-11-15').status).toBe('past its inclusion date');
    expect(wouldChange).toContainEqual({ to: 'closed', needs: ['it is on record as closed'] });
  });
});

describe('A paper', () => {
  const of = (type: string, effective: string, data: object = {}): Past => at(effective, type, { paperId: 'p', ...data });
  const past = [
    of('PaperBegun', '2016-01', { title: 'Output', kind: 'outcome document' }),
    of('OutlinePublished', '2016-02'),
    of('DraftPublished', '2016-03', { draftId: 'd', name: 'Draft I' }),
    of('CommentPeriodOpened', '2016-04', { draftId: 'd' }),
    of('CommentPeriodClosed', '2016-05', { draftId: 'd' }),
    of('PaperPresented', '2016-06'),
    of('PaperFinalised', '2016-07', { living: true }),
    of('PaperSuperseded', '2016-08', { by: 'q' }),
    of('PaperWithdrawn', '2016-09'),
  ];

  test.each([
    ['2016-01', 'begun', 0],
    ['2016-02', 'outline', 1],
    ['2016-03', 'draft', 2],
    ['2016-04', 'in consultation', 3],
    ['2016-05', 'draft', 2],
    ['2016-06', 'presented', 5],
    ['2016-07', 'living', 6],
    ['2016-08', 'superseded', 7],
    ['2016-09', 'withdrawn', 8],
  ])('by the end of %s is %s, by the fact that made it so', (asOf, status, index) => {
    const state = foldAll(paper, history(factsOf(past), { asOf }));
    const verdict = judge(paperStageRule, paperStageRule.versions[0]!, state, dayOf(asOf));
    expect([verdict.status, paperStage(state)]).toEqual([status, status]);
    expect(verdict.reasons[0]!.factIds).toEqual([past[index]!.id]);
  });
});
