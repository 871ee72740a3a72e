import { randomUUID } from 'node:crypto';
import type { Fact } from '#event-sourcing';
import {
  BeginExploring,
  JudgeFigures,
  OpenCall,
  PublishFigure,
  ReceiveContribution,
  RecogniseCoalition,
  RegisterBestPracticeForum,
  RegisterCenbPhase,
  RegisterDynamicCoalition,
  RegisterIgfInitiative,
  RepeatFigure,
  WithdrawContribution,
} from '#workstreams';
import { TestReadSide } from '#test/read-side';
import { TestTracker } from '#test/tracker';
import type { FigureGroup } from './figure-group.js';
import { type GetFigures, getFigure, getFigures } from './get-figures.js';

let tracker: TestTracker;
let readSide: TestReadSide;
beforeEach(() => {
  tracker = new TestTracker();
  readSide = new TestReadSide(tracker.store);
});
afterEach(async () => {
  await readSide.stop();
  await tracker.store.close();
});

async function publish(measure: string, value: string, speaksOf: string, fields: Partial<PublishFigure> = {}): Promise<string> {
  const figureId = randomUUID();
  await tracker.do(PublishFigure, { figureId, measure, value, speaksOf, effective: speaksOf, ...fields });
  return figureId;
}

async function groups(query: Partial<GetFigures> = {}): Promise<readonly FigureGroup[]> {
  await readSide.reached(tracker.executor.lastPosition);
  return getFigures(query, readSide.tables).body.groups;
}

const valuesOf = (found: readonly FigureGroup[]): unknown => found.map(({ figures }) => figures.map(({ value }) => value));

async function onlyGroup(query: Partial<GetFigures> = {}): Promise<FigureGroup> {
  const [group, ...others] = await groups(query);
  expect(others).toEqual([]);
  return group!;
}

async function initiatives(...dates: readonly string[]): Promise<void> {
  for (const [index, effective] of dates.entries())
    await tracker.do(RegisterIgfInitiative, { workstreamId: randomUUID(), name: `IGF ${index}`, level: 'national', effective });
}

describe('Figures about the same', () => {
  test('stand side by side in the order in which they were said, with what they have in common', async () => {
    await publish('recognised NRIs', '43', '2015-12', { effective: '2017-08', statedBy: 'IGF Secretariat' });
    await publish('recognised NRIs', '37', '2015-12', { effective: '2016-12-09', definition: 'recognised' });
    await publish('recognised NRIs', '72', '2016-12');
    const found = await groups();
    expect(valuesOf(found)).toEqual([['72'], ['37', '43']]);
    expect(found.map(({ agreement }) => agreement)).toEqual(['one voice', 'disagree']);
    expect(found[1]).toMatchObject({
      measure: 'recognised NRIs',
      unit: 'initiatives',
      speaksOf: '2015-12',
      figures: [{ said: '2016-12-09', definition: 'recognised', quantity: { low: 37, high: 37 } }, { statedBy: 'IGF Secretariat' }],
    });
  });

  test('are compatible where one number may lie behind all of them, and that they differ is told', async () => {
    for (const value of ['70+', '80+', 'several']) await publish('CENB contributions', value, '2015');
    expect(await onlyGroup()).toMatchObject({
      agreement: 'compatible',
      cycle: 2015,
      difference: 'Published 70+, 80+, several, which are not the same but may all hold.',
    });
  });

  test('speak with one voice where they say the same in other words', async () => {
    for (const value of ['1,280', '1280']) await publish('participants', value, '2008');
    expect(await onlyGroup()).toMatchObject({ agreement: 'one voice' });
  });

  test('stand alone where nobody knows of which time they speak', async () => {
    for (const value of ['1', '2']) await publish('recognised NRIs', value, 'XXXX', { effective: '2017' });
    expect((await groups()).map(({ agreement, computed }) => [agreement, computed])).toEqual([
      ['one voice', null],
      ['one voice', null],
    ]);
  });

  test('are shown whole when one of them is asked for', async () => {
    const workstreamId = randomUUID();
    await tracker.do(RegisterCenbPhase, { workstreamId, name: 'CENB', phase: 'I', cycle: 2015, effective: '2015' });
    await publish('CENB contributions', '70+', '2015', { workstreamIds: [workstreamId] });
    await publish('CENB contributions', '80+', '2015-10-03');
    await publish('countries', '83', '2016-12-09');
    await publish('countries', '123', '2016');
    const asked: readonly (readonly [Partial<GetFigures>, string])[] = [
      [{ workstreamId }, '70+'],
      [{ cycle: 2015 }, '70+'],
      [{ speaksOfTo: '2015-06' }, '70+'],
      [{ disagreeing: false }, '70+'],
      [{ measure: 'countries' }, '83'],
      [{ speaksOfFrom: '2016-12-31' }, '83'],
      [{ disagreeing: true }, '83'],
      [{ limit: 1 }, '83'],
    ];
    for (const [query, value] of asked) {
      const group = await onlyGroup(query);
      expect({ query, values: group.figures.map((each) => each.value) }).toEqual({
        query,
        values: expect.arrayContaining([value]) as unknown,
      });
      expect(group.figures).toHaveLength(2);
    }
  });

  test('are those that had been said by a date', async () => {
    await publish('recognised NRIs', '37', '2015-12', { effective: '2016-12-09' });
    const later = await publish('recognised NRIs', '43', '2015-12', { effective: '2017-08' });
    expect(valuesOf(await groups({ asOf: '2016' }))).toEqual([['37']]);
    expect(() => getFigure({ figureId: later, asOf: '2016' }, readSide.tables)).toThrow(/as of 2016/);
    expect(getFigure({ figureId: later }, readSide.tables).body.group.figures).toHaveLength(2);
  });

  test('keep who repeated them, and the latest judgement before the others', async () => {
    const figureId = await publish('recognised NRIs', '37', '2015-12', { effective: '2016-12-09' });
    const [other, unlike] = [await publish('recognised NRIs', '43', '2015-12'), await publish('recognised NRIs', '97', '2017-12')];
    await tracker.do(RepeatFigure, { figureId, statedBy: 'A historian', effective: '2018' });
    const third = await publish('recognised NRIs', '40', '2015-12');
    const judge = { figureId, explanation: 'It was counted at the time.', against: [other, third] };
    const beside = { ...judge, judgementId: randomUUID(), verdict: 'holds' as const, against: [unlike], effective: '2019' };
    await expect(tracker.do(JudgeFigures, beside)).rejects.toThrow(/\/against\/0: is a figure of something else, of another time/);
    await tracker.do(JudgeFigures, { ...judge, judgementId: randomUUID(), verdict: 'holds', effective: '2019' });
    await tracker.do(JudgeFigures, { ...judge, judgementId: randomUUID(), verdict: 'cannot be decided', effective: '2018' });
    const [{ id }] = (await tracker.facts(`figure-${third}`)) as [Fact];
    await tracker.amend(`figure-${third}`, { corrects: id, changes: { speaksOf: '2016-12' }, reason: 'misread' });
    await groups();
    const { figure } = getFigure({ figureId }, readSide.tables).body;
    expect(figure).toMatchObject({ value: '37', repetitions: [{ statedBy: 'A historian' }], judgement: { verdict: 'holds' } });
    expect(figure.judgements.map(({ verdict }) => verdict)).toEqual(['cannot be decided', 'holds']);
    expect(figure.judgement?.against).toEqual([
      { figureId: other, value: '43', comparable: true },
      { figureId: third, value: '40', comparable: false },
    ]);
  });
});

describe('What the record gives', () => {
  test('for initiatives are those surely there by then, and why others are left out', async () => {
    await initiatives('2014', '2015-11', '2018', '[2015..2016]');
    await publish('recognised NRIs', '37', '2015-12', { effective: '2016-12-09' });
    const { computed, difference } = await onlyGroup();
    expect(computed).toMatchObject({ value: 2, rule: expect.stringContaining('by the end of 2015-12') as unknown });
    expect(computed?.factIds).toHaveLength(2);
    expect(computed?.excluded.map(({ why }) => why).toSorted()).toEqual([
      'dated later',
      'its date leaves open whether it was there by then',
    ]);
    expect(difference).toMatch(
      /^Published 37; computed 2\. Excluded 2 \(1 because: .+; 1 because: .+\)\. What is missing is not on record\.$/,
    );
  });

  test('as of an earlier date is what there was by that', async () => {
    await initiatives('2014', '2015-11');
    await publish('recognised NRIs', '1', '2015', { effective: '2015-01-10' });
    expect((await onlyGroup({ asOf: '2015-02' })).computed).toMatchObject({ value: 1, excluded: [{ why: 'dated later' }] });
  });

  test('for forums are those of the cycle, and no difference is told where all figures fit them', async () => {
    for (const cycle of [2016, 2016, 2017])
      await tracker.do(RegisterBestPracticeForum, { workstreamId: randomUUID(), name: 'Forum', cycle, effective: '2016' });
    await publish('BPFs', '2', '2016');
    expect(await onlyGroup()).toMatchObject({ computed: { value: 2, excluded: [] }, difference: null });
    await publish('BPFs', '1', '2016-05');
    expect(await onlyGroup()).toMatchObject({
      agreement: 'disagree',
      difference: 'Published 1, 2, which cannot all hold; computed 2. Nothing was excluded.',
    });
  });

  test('for new coalitions are those dated in that year', async () => {
    for (const effective of ['2016-03', '2015', '[2015..2016]', '2017'])
      await tracker.do(RegisterDynamicCoalition, { workstreamId: randomUUID(), name: 'Coalition', effective });
    await publish('new DCs', '0', '2016');
    expect(await onlyGroup({ measure: 'new DCs' })).toMatchObject({
      computed: { value: 1, excluded: [{ why: 'its date leaves open whether it was in that year' }] },
      difference: expect.stringMatching(/The record holds more than was published\.$/) as unknown,
    });
  });

  test('for active coalitions are those that the rule of their activity takes for active, and the others with what they were', async () => {
    const [recognised, silent, exploring, later] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    for (const workstreamId of [recognised, silent, exploring])
      await tracker.do(RegisterDynamicCoalition, { workstreamId, name: 'Coalition', effective: '2016-03' });
    await tracker.do(RegisterDynamicCoalition, { workstreamId: later, name: 'Coalition', effective: '2017' });
    await tracker.do(RecogniseCoalition, { workstreamId: recognised, effective: '2016-04' });
    await tracker.do(BeginExploring, { workstreamId: exploring, effective: '2016-04' });
    await publish('active DCs', '2', '2016-12');
    const { computed } = await onlyGroup({ measure: 'active DCs' });
    expect(computed).toMatchObject({ value: 1, factIds: [expect.any(String)] });
    expect(computed!.excluded.map(({ why }) => why).toSorted()).toEqual([
      'by that rule it is exploratory',
      'by that rule it is unknown',
      'dated later',
    ]);
  });

  test('for contributions to Connecting the Next Billion are those of the calls of the phases that a figure covers', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    await tracker.do(RegisterCenbPhase, { workstreamId: first, name: 'CENB', phase: 'I', cycle: 2015, effective: '2015' });
    await tracker.do(RegisterCenbPhase, { workstreamId: second, name: 'CENB', phase: 'II', cycle: 2016, effective: '2016' });
    const contribute = async (workstreamIds: readonly string[], effective: string): Promise<readonly [string, string]> => {
      const [callId, contributionId] = [randomUUID(), randomUUID()];
      await tracker.do(OpenCall, { callId, workstreamIds, title: 'Call', effective });
      await tracker.do(ReceiveContribution, { callId, contributionId, kind: 'written', effective });
      return [callId, contributionId];
    };
    await contribute([first], '2015');
    await contribute([first, second], '2016');
    const [callId, contributionId] = await contribute([second], '2016');
    await tracker.do(WithdrawContribution, { callId, contributionId, effective: '2016' });
    await publish('CENB contributions', '120+', '2016', { scope: 'phases I and II together' });
    await publish('CENB contributions', '1', '2016');
    await publish('CENB contributions', '40+', '2016', { scope: 'in Draft I' });
    await publish('CENB contributions', '200+', '2017', { scope: 'phases I, II and III together' });
    const found = Object.fromEntries((await groups()).map(({ scope, computed }) => [scope ?? 'phase', computed]));
    expect(found).toMatchObject({
      'phases I and II together': { value: 2, excluded: [{ why: 'withdrawn' }] },
      phase: { value: 1, excluded: [{ why: 'withdrawn' }] },
      'in Draft I': null,
      'phases I, II and III together': null,
    });
  });

  test.each([{}, { asOf: '2020' }])('is nothing for a measure that is only published: %j', async (moment) => {
    await publish('rooms', '12', '2016');
    expect(await onlyGroup(moment)).toMatchObject({ title: null, unit: null, computed: null, difference: null });
  });
});
