import { given, on, type Past } from '#test/given';
import type { CommentPeriod } from './comment-periods.js';
import {
  CloseCommentPeriod,
  closeCommentPeriod,
  ExtendCommentPeriod,
  extendCommentPeriod,
  OpenCommentPeriod,
  openCommentPeriod,
} from './consult.js';
import { paper } from './paper.js';

const paperId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f2001';
const draftId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f2002';
const callId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f2003';
const ofPaper = { paperId, workstreamIds: ['b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f2004'] };
const page = 'https://www.intgovforum.org/review';

const what = (type: string, effective: string, data: object = {}): Past => on(effective, { type, data: { ...ofPaper, ...data } });
const begun = what('PaperBegun', '2016-06', { title: 'Cybersecurity', kind: 'outcome document' });
const draft = (data: object = {}): Past => what('DraftPublished', '2016-11-02', { draftId, name: 'Draft I', ...data });
const opened = (effective = '2016-11-02', data: object = {}): Past => what('CommentPeriodOpened', effective, { draftId, ...data });
const extended = (effective: string, from: string | null, to: string): Past =>
  what('CommentPeriodExtended', effective, { draftId, from, to });
const closed = (effective: string): Past => what('CommentPeriodClosed', effective, { draftId });
const periods = (...past: Past[]): readonly CommentPeriod[] => given(paper, begun, ...past).state().commentPeriods;
const shown = (...past: Past[]): readonly unknown[] =>
  periods(...past).map((each) => [each.opened?.effective ?? null, each.until, each.closed?.effective ?? null]);

describe('Opening comments', () => {
  const command = { paperId, draftId, until: '2016-12-06', effective: '2016-11-02' };
  const openedWith = (data: object) => ({ type: 'CommentPeriodOpened', data: { ...ofPaper, draftId, ...data } });

  test('on a draft records until when, where, and by which call', () => {
    given(paper, begun, draft())
      .when(openCommentPeriod, OpenCommentPeriod, { ...command, page, callId })
      .then(openedWith({ until: '2016-12-06', page, callId }));
  });

  test('on the paper as it stands is possible after the final', () => {
    given(paper, begun, what('PaperFinalised', '2017-01-25'))
      .when(openCommentPeriod, OpenCommentPeriod, { paperId, effective: '2017-02-01' })
      .then({ type: 'CommentPeriodOpened', data: ofPaper });
  });

  test('that are open says nothing new, unless it tells more of them', () => {
    const past = [begun, draft({ commentsUntil: '2016-12-06' })];
    for (const said of [command, { paperId, draftId, effective: '2016-11-20' }])
      given(paper, ...past)
        .when(openCommentPeriod, OpenCommentPeriod, said)
        .thenNothing();
    given(paper, ...past)
      .when(openCommentPeriod, OpenCommentPeriod, { ...command, callId })
      .then(openedWith({ until: '2016-12-06', callId }));
  });

  test('that are open until another date is refused', () => {
    given(paper, begun, draft({ commentsUntil: '2016-12-01' }))
      .when(openCommentPeriod, OpenCommentPeriod, command)
      .thenRefused(/Comments on Draft I are open already, until 2016-12-01, with another until/);
  });

  test('is refused when they were due before, on a draft that there was not by then, and on a paper that was withdrawn', () => {
    given(paper, begun, draft())
      .when(openCommentPeriod, OpenCommentPeriod, { ...command, until: '2016-11-01' })
      .thenRefused(/cannot be due on 2016-11-01/);
    given(paper, begun, draft())
      .when(openCommentPeriod, OpenCommentPeriod, { ...command, effective: '2016-11-01' })
      .thenRefused(/has no draft .* by 2016-11-01/);
    given(paper, begun, draft(), what('PaperWithdrawn', '2016-11-10'))
      .when(openCommentPeriod, OpenCommentPeriod, { ...command, effective: '2016-11-11' })
      .thenRefused(/withdrawn on 2016-11-10/);
  });

  test('after they were closed begins another period', () => {
    given(paper, begun, draft(), opened(), closed('2016-12-06'))
      .when(openCommentPeriod, OpenCommentPeriod, { ...command, until: '2017-01-31', effective: '2017-01-10' })
      .then(openedWith({ until: '2017-01-31' }));
    expect(shown(opened(), closed('2016-12-06'), opened('2017-01-10', { until: '2017-01-31' }))).toEqual([
      ['2016-11-02', null, '2016-12-06'],
      ['2017-01-10', '2017-01-31', null],
    ]);
  });

  test('entered late is judged on its day, and tells when they really opened', () => {
    given(paper, begun, draft(), opened('2016-11-10'), closed('2016-12-06'))
      .when(openCommentPeriod, OpenCommentPeriod, command)
      .then(openedWith({ until: '2016-12-06' }));
    expect(shown(opened('2016-11-10', { until: '2016-12-06' }), opened())).toEqual([['2016-11-02', '2016-12-06', null]]);
  });
});

describe('Extending comments', () => {
  const command = { paperId, draftId, to: '2016-12-14', effective: '2016-12-05' };
  const moved = (from: string | null) => ({ type: 'CommentPeriodExtended', data: { ...ofPaper, draftId, to: '2016-12-14', from } });

  test('records the date that held before, or that there was none', () => {
    given(paper, begun, draft({ commentsUntil: '2016-12-06' }))
      .when(extendCommentPeriod, ExtendCommentPeriod, command)
      .then(moved('2016-12-06'));
    given(paper, begun, draft(), opened()).when(extendCommentPeriod, ExtendCommentPeriod, command).then(moved(null));
  });

  test('to the date that holds changes nothing, and to an earlier one is refused', () => {
    given(paper, begun, draft(), opened('2016-11-02', { until: '2016-12-14' }))
      .when(extendCommentPeriod, ExtendCommentPeriod, command)
      .thenNothing();
    given(paper, begun, draft(), opened('2016-11-02', { until: '2016-12-20' }))
      .when(extendCommentPeriod, ExtendCommentPeriod, command)
      .thenRefused(/2016-12-14 does not follow 2016-12-20/);
  });

  test('is refused while they are not open', () => {
    given(paper, begun, draft())
      .when(extendCommentPeriod, ExtendCommentPeriod, command)
      .thenRefused(/on Draft I are not recorded as open by 2016-12-05/);
    given(paper, begun, draft(), opened(), closed('2016-12-01'))
      .when(extendCommentPeriod, ExtendCommentPeriod, command)
      .thenRefused(/not recorded as open/);
    given(paper, begun, draft(), opened())
      .when(extendCommentPeriod, ExtendCommentPeriod, { paperId, to: '2016-12-14', effective: '2016-12-05' })
      .thenRefused(/on the paper are not recorded as open/);
  });

  test('entered late obeys the state of its day, and moves from where the date stood', () => {
    const past = [draft(), opened('2016-11-02', { until: '2016-12-06' }), closed('2016-12-20')];
    given(paper, begun, ...past)
      .when(extendCommentPeriod, ExtendCommentPeriod, command)
      .then(moved('2016-12-06'));
    const [period] = periods(
      ...past,
      extended('2016-12-13', '2016-12-06', '2016-12-18'),
      extended('2016-12-05', '2016-12-06', '2016-12-14'),
    );
    expect(period?.extensions.map(({ from, to }) => [from, to])).toEqual([
      ['2016-12-06', '2016-12-14'],
      ['2016-12-14', '2016-12-18'],
    ]);
  });

  test('of which only the month is known survives the opening that is folded after it', () => {
    expect(periods(extended('2016-11', '2016-11-30', '2016-12-14'), opened('2016-11-02', { until: '2016-11-30' }))).toMatchObject([
      { until: '2016-12-14', extensions: [{ from: '2016-11-30', to: '2016-12-14' }], opened: { effective: '2016-11-02' } },
    ]);
  });
});

describe('Closing comments', () => {
  const command = { paperId, draftId, effective: '2016-12-06' };

  test('ends them once', () => {
    given(paper, begun, draft(), opened())
      .when(closeCommentPeriod, CloseCommentPeriod, command)
      .then({ type: 'CommentPeriodClosed', data: { ...ofPaper, draftId } });
    given(paper, begun, draft(), opened(), closed('2016-12-05')).when(closeCommentPeriod, CloseCommentPeriod, command).thenNothing();
  });

  test('is not done by a date that passes', () => {
    expect(shown(draft({ commentsUntil: '2016-12-06' }))).toEqual([['2016-11-02', '2016-12-06', null]]);
  });

  test('is refused where none were open', () => {
    given(paper, begun, draft())
      .when(closeCommentPeriod, CloseCommentPeriod, command)
      .thenRefused(/on Draft I are not recorded as open by 2016-12-06/);
  });

  test('entered late, before another closing, ends them then', () => {
    given(paper, begun, draft(), opened(), closed('2016-12-10'))
      .when(closeCommentPeriod, CloseCommentPeriod, command)
      .then({ type: 'CommentPeriodClosed', data: { ...ofPaper, draftId } });
    expect(shown(opened(), closed('2016-12-10'), closed('2016-12-06'))[0]).toEqual(['2016-11-02', null, '2016-12-06']);
    given(paper, begun, draft(), opened(), closed('2016-12-10'), closed('2016-12-06'))
      .when(closeCommentPeriod, CloseCommentPeriod, { ...command, effective: '2016-12-15' })
      .thenNothing();
  });

  test('of which only the month is known belongs to the period that it may have ended', () => {
    expect(shown(closed('2016-11'), opened())).toEqual([['2016-11-02', null, '2016-11']]);
    expect(shown(opened(), closed('2016-11-20'), closed('2016-12'), opened('2016-12-05'))).toEqual([
      ['2016-11-02', null, '2016-11-20'],
      ['2016-12-05', null, '2016-12'],
    ]);
  });

  test('of one draft leaves those on others, and on the paper, open', () => {
    const onPaper = what('CommentPeriodOpened', '2016-11-02');
    expect(periods(onPaper, opened(), closed('2016-12-06')).map((each) => [each.draftId, each.closed?.effective])).toEqual([
      [null, undefined],
      [draftId, '2016-12-06'],
    ]);
  });
});
