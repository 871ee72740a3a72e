import { given, on, type Past } from '#test/given';
import { JudgeFigures, judgeFigures } from './judge-figures.js';
import { PublishFigure, publishFigure } from './publish-figure.js';
import { publishedFigure } from './published-figure.js';
import { RepeatFigure, repeatFigure } from './repeat-figure.js';

const figureId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0011';
const other = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0012';
const judgementId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0013';
const workstreamIds = ['b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0014'];
const ofFigure = { figureId, workstreamIds };

/** The number of initiatives at the end of 2015, as the Chair's Summary of 2016 gives it. */
const claim = { ...ofFigure, measure: 'recognised NRIs', value: '37', speaksOf: '2015-12', statedBy: 'Chair', cycle: 2016 };
const published = (effective = '2016-12-09', data: object = {}): Past =>
  on(effective, { type: 'FigurePublished', data: { ...claim, ...data } });
const repeated = (effective: string, statedBy: string): Past => on(effective, { type: 'FigureRepeated', data: { ...ofFigure, statedBy } });
const judgement = { judgementId, verdict: 'holds' as const, against: [other], explanation: 'It was counted at the time.' };
const judged = (effective: string, data: object = {}): Past =>
  on(effective, { type: 'FigureJudged', data: { ...ofFigure, ...judgement, ...data } });

describe('A figure', () => {
  test('is published as printed, with what it speaks of', () => {
    given(publishedFigure)
      .when(publishFigure, PublishFigure, { ...claim, definition: 'recognised', scope: 'all levels', effective: '2016-12-09' })
      .then({ type: 'FigurePublished', data: { ...claim, definition: 'recognised', scope: 'all levels' } });
  });

  test('is told by its number, whoever states it and whatever it counts', () => {
    const { quantity, measure, definition, scope } = given(publishedFigure, published('2016', { value: '120+', measure: 'rooms' })).state();
    expect({ quantity, measure, definition, scope }).toEqual({
      quantity: { printed: '120+', low: 120 },
      measure: 'rooms',
      definition: null,
      scope: null,
    });
  });

  test('is published once', () => {
    given(publishedFigure, published())
      .when(publishFigure, PublishFigure, { ...claim, value: '43', effective: '2017-08' })
      .thenRefused(/on record already/);
  });
});

describe('A repetition', () => {
  const command = { figureId, statedBy: 'A historian', effective: '2017-08' };

  test('stands beside the publication, which it leaves as it is', () => {
    given(publishedFigure, published())
      .when(repeatFigure, RepeatFigure, command)
      .then({ type: 'FigureRepeated', data: { ...ofFigure, statedBy: 'A historian' } });
    const { statedBy, repetitions } = given(publishedFigure, published(), repeated('2017-08', 'A historian')).state();
    expect([statedBy, ...repetitions.map((each) => each.statedBy)]).toEqual(['Chair', 'A historian']);
  });

  test('by the same witness says nothing new, unless it stands elsewhere', () => {
    const history = [published(), repeated('2017-08', 'A historian')];
    given(publishedFigure, ...history)
      .when(repeatFigure, RepeatFigure, { ...command, effective: '2018' })
      .thenNothing();
    given(publishedFigure, ...history)
      .when(repeatFigure, RepeatFigure, { ...command, statedBy: 'Chair' })
      .thenNothing();
    given(publishedFigure, ...history)
      .when(repeatFigure, RepeatFigure, { ...command, sources: [{ document: 'Memoirs' }] })
      .then({ type: 'FigureRepeated', data: { ...ofFigure, statedBy: 'A historian' } });
  });

  test('names somebody or some place', () => {
    given(publishedFigure, published())
      .when(repeatFigure, RepeatFigure, { figureId, effective: '2017' })
      .thenRefused(/who repeats the figure, or where/);
  });

  test('is refused before the figure was published', () => {
    given(publishedFigure, published())
      .when(repeatFigure, RepeatFigure, { ...command, effective: '2016-12-08' })
      .thenRefused(/not recorded as published by 2016-12-08/);
  });

  test('entered late is judged on its day: what was repeated afterwards does not silence it', () => {
    given(publishedFigure, published(), repeated('2018', 'A historian'))
      .when(repeatFigure, RepeatFigure, command)
      .then({ type: 'FigureRepeated', data: { ...ofFigure, statedBy: 'A historian' } });
  });

  test('of which only the year is known is kept where the publication has a day', () => {
    const { published: said, repetitions } = given(publishedFigure, repeated('2016', 'A historian'), published()).state();
    expect([said?.effective, repetitions.length]).toEqual(['2016-12-09', 1]);
  });
});

describe('A judgement', () => {
  const command = { figureId, ...judgement, cause: 'date of counting' as const, effective: '2018' };

  test('says which figure holds, beside which others, and why', () => {
    given(publishedFigure, published())
      .when(judgeFigures, JudgeFigures, command)
      .then({ type: 'FigureJudged', data: { ...ofFigure, ...judgement, cause: 'date of counting' } });
  });

  test('said again says nothing new', () => {
    given(publishedFigure, published(), judged('2018', { cause: 'date of counting' }))
      .when(judgeFigures, JudgeFigures, { ...command, judgementId: other, effective: '2019' })
      .thenNothing();
  });

  test('that comes later takes the place of an earlier one, which stays', () => {
    const { judgements } = given(publishedFigure, published(), judged('2019', { verdict: 'does not hold' }), judged('2018')).state();
    expect(judgements.map(({ verdict }) => verdict)).toEqual(['holds', 'does not hold']);
  });

  test('that returns to an earlier one is new', () => {
    given(publishedFigure, published(), judged('2018'), judged('2019', { verdict: 'does not hold' }))
      .when(judgeFigures, JudgeFigures, { figureId, ...judgement, effective: '2020' })
      .then({ type: 'FigureJudged', data: { ...ofFigure, ...judgement } });
  });

  test('entered late is judged on its day', () => {
    given(publishedFigure, published(), judged('2019'))
      .when(judgeFigures, JudgeFigures, { figureId, ...judgement, effective: '2018' })
      .then({ type: 'FigureJudged', data: { ...ofFigure, ...judgement } });
  });

  test('is refused before the figure was published, and beside itself', () => {
    given(publishedFigure, published())
      .when(judgeFigures, JudgeFigures, { ...command, effective: '2016-12' })
      .then({ type: 'FigureJudged', data: { ...ofFigure, ...judgement, cause: 'date of counting' } });
    given(publishedFigure, published())
      .when(judgeFigures, JudgeFigures, { ...command, effective: '2016-11' })
      .thenRefused(/not recorded as published by 2016-11/);
    given(publishedFigure, published())
      .when(judgeFigures, JudgeFigures, { ...command, against: [figureId] })
      .thenRefused(/not beside itself/);
  });
});
