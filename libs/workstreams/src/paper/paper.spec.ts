import { given, on, type Past } from '#test/given';
import type { Call } from '../call-for-input/call-for-input.js';
import { BeginPaper, beginPaper, RetitlePaper, retitlePaper } from './begin-paper.js';
import { CountFeedback, countFeedback } from './count-feedback.js';
import { PublishDraft, publishDraft, PublishOutline, publishOutline } from './drafts.js';
import { cannotSupersede, SupersedePaper, supersedePaper, WithdrawPaper, withdrawPaper } from './end-paper.js';
import { FinalisePaper, finalisePaper, ReviseFinal, reviseFinal } from './finalise-paper.js';
import { type Paper, paper } from './paper.js';
import { PresentPaper, presentPaper } from './present-paper.js';
import { type PaperStage, paperStage } from './stage.js';
import { lacksContribution, UseInput, useInput } from './use-input.js';

const id = (n: number): string => `b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f1${String(n).padStart(3, '0')}`;
const [paperId, draftId, other, callId, contributionId, useId] = [id(1), id(2), id(3), id(4), id(5), id(6)] as const;
const workstreamIds = [id(7)];
const ofPaper = { paperId, workstreamIds };
const TITLE = 'Policy options for connecting and enabling the next billions';

/** The paper of CENB Phase II: framework in June 2016, Draft I by November, Draft II on 30 November. */
const begun = (effective = '2016-06-27', data: object = {}): Past =>
  on(effective, { type: 'PaperBegun', data: { ...ofPaper, title: TITLE, kind: 'outcome document', cycle: 2016, ...data } });
const what = (type: string, effective: string, data: object = {}): Past => on(effective, { type, data: { ...ofPaper, ...data } });
const draft = (effective: string, name = 'Draft I', data: object = {}): Past =>
  what('DraftPublished', effective, { draftId, name, ...data });
const final = (effective: string, data: object = {}): Past => what('PaperFinalised', effective, data);
const aPaper = (...past: Past[]): Paper => given(paper, ...past).state();

describe('Beginning a paper', () => {
  const command = { paperId, workstreamIds, title: TITLE, kind: 'outcome document' as const, cycle: 2016, effective: '2016-06-27' };

  test('puts it on record', () => {
    given(paper)
      .when(beginPaper, BeginPaper, command)
      .then({ type: 'PaperBegun', data: { ...ofPaper, title: TITLE, kind: 'outcome document', cycle: 2016 } });
  });

  test('is refused once it is begun', () => {
    given(paper, begun())
      .when(beginPaper, BeginPaper, command)
      .thenRefused(/begun already/);
  });

  test('is refused for a paper of nobody, and taken for one of a cycle or of a body', () => {
    const ofNone = { paperId, workstreamIds: [], title: 'Geneva Messages', kind: 'messages' as const };
    given(paper)
      .when(beginPaper, BeginPaper, ofNone)
      .thenRefused(/names its cycle, or the body/);
    given(paper)
      .when(beginPaper, BeginPaper, { ...ofNone, cycle: 2017 })
      .then({ type: 'PaperBegun', data: { ...ofNone, cycle: 2017 } });
    given(paper)
      .when(beginPaper, BeginPaper, { ...ofNone, issuedBy: 'IGF Secretariat' })
      .then({ type: 'PaperBegun', data: { ...ofNone, issuedBy: 'IGF Secretariat' } });
  });

  test('that is folded after what happened to the paper takes nothing of that away', () => {
    const { titles, final: last, drafts } = aPaper(final('XXXX', { title: 'The final title' }), draft('2016-06'), begun());
    expect(titles.map(({ title }) => title)).toEqual([TITLE, 'The final title']);
    expect([last?.effective, drafts.length]).toEqual(['XXXX', 1]);
  });
});

describe('A title', () => {
  const command = { paperId, title: 'Policy options II', effective: '2016-09-01' };
  const retitled = what('PaperRetitled', '2016-08-01', { title: 'Policy options II' });

  test('gives way to another, and stays on record', () => {
    given(paper, begun())
      .when(retitlePaper, RetitlePaper, command)
      .then({ type: 'PaperRetitled', data: { ...ofPaper, title: 'Policy options II' } });
    expect(aPaper(begun(), retitled).titles).toMatchObject([
      { title: TITLE, since: '2016-06-27' },
      { title: 'Policy options II', since: '2016-08-01' },
    ]);
  });

  test('that it bears already is nothing new', () => {
    given(paper, begun(), retitled).when(retitlePaper, RetitlePaper, command).thenNothing();
  });

  test('cannot be changed before there is a paper', () => {
    given(paper, begun())
      .when(retitlePaper, RetitlePaper, { ...command, effective: '2016-06-26' })
      .thenRefused(/not recorded as begun by 2016-06-26/);
  });

  test('entered late comes between those that stood already', () => {
    const later = what('PaperRetitled', '2017-01-25', { title: 'Policy options, final' });
    given(paper, begun(), later)
      .when(retitlePaper, RetitlePaper, { ...command, title: 'Policy options, final' })
      .then({ type: 'PaperRetitled', data: { ...ofPaper, title: 'Policy options, final' } });
    expect(aPaper(begun(), later, retitled).titles.map(({ title }) => title)).toEqual([
      TITLE,
      'Policy options II',
      'Policy options, final',
    ]);
  });
});

describe('An outline', () => {
  const page = 'https://www.intgovforum.org/framework';
  const command = { paperId, effective: '2016-07-01' };
  const outline = what('OutlinePublished', '2016-07', { page });

  test('is published with its page', () => {
    given(paper, begun())
      .when(publishOutline, PublishOutline, { ...command, page })
      .then({ type: 'OutlinePublished', data: { ...ofPaper, page } });
  });

  test('of the same date is the same one, unless another page is named', () => {
    given(paper, begun(), outline).when(publishOutline, PublishOutline, command).thenNothing();
    given(paper, begun(), outline)
      .when(publishOutline, PublishOutline, { ...command, page: 'https://example.org' })
      .then({ type: 'OutlinePublished', data: { ...ofPaper, page: 'https://example.org' } });
  });

  test('of a later day is another version', () => {
    given(paper, begun(), outline)
      .when(publishOutline, PublishOutline, { paperId, page, effective: '2016-08-01' })
      .then({ type: 'OutlinePublished', data: { ...ofPaper, page } });
  });

  test('is refused before the beginning, and after the final; entered late it is judged on its own day', () => {
    given(paper, begun())
      .when(publishOutline, PublishOutline, { ...command, effective: '2016-06-01' })
      .thenRefused(/not recorded as begun/);
    given(paper, begun(), final('2016-06-30'))
      .when(publishOutline, PublishOutline, command)
      .thenRefused(/final on 2016-06-30/);
    given(paper, begun(), final('2017-01-25'))
      .when(publishOutline, PublishOutline, command)
      .then({ type: 'OutlinePublished', data: ofPaper });
  });
});

describe('A draft', () => {
  const command = { paperId, draftId: other, name: 'Draft II', effective: '2016-11-30' };
  const published = { type: 'DraftPublished', data: { ...ofPaper, draftId: other, name: 'Draft II' } };

  test('is published under its printed name, with the end of comments where one is named', () => {
    given(paper, begun(), draft('2016-11-01'))
      .when(publishDraft, PublishDraft, { ...command, commentsUntil: '2016-12-14' })
      .then({ type: 'DraftPublished', data: { ...published.data, commentsUntil: '2016-12-14' } });
  });

  test('is refused under a name that a draft has', () => {
    given(paper, begun(), draft('2016-11-01', 'Draft II'))
      .when(publishDraft, PublishDraft, { ...command, name: 'DRAFT ii' })
      .thenRefused(/Draft II was published on 2016-11-01/);
  });

  test('is refused when comments on it were due before', () => {
    given(paper, begun())
      .when(publishDraft, PublishDraft, { ...command, commentsUntil: '2016-11-29' })
      .thenRefused(/cannot be due on 2016-11-29/);
    given(paper, begun())
      .when(publishDraft, PublishDraft, { ...command, commentsUntil: '2016-11' })
      .then({ type: 'DraftPublished', data: { ...published.data, commentsUntil: '2016-11' } });
  });

  test('is refused after the final, and not when the final is a living one or may have come later', () => {
    given(paper, begun(), final('2016-11-29'))
      .when(publishDraft, PublishDraft, command)
      .thenRefused(/The paper was final on 2016-11-29/);
    for (const last of [final('2016-11-29', { living: true }), final('2016-11-30'), final('2016-11'), final('XXXX')])
      given(paper, begun(), last).when(publishDraft, PublishDraft, command).then(published);
  });

  test('is taken again once the final is retracted', () => {
    const last = final('2016-11-29');
    const retraction = on('2020-01-02', { type: 'FactRetracted', data: { corrects: last.id } });
    given(paper, begun(), last, retraction).when(publishDraft, PublishDraft, command).then(published);
  });

  test('is refused after the paper was withdrawn or superseded', () => {
    given(paper, begun(), what('PaperWithdrawn', '2016-11-29'))
      .when(publishDraft, PublishDraft, command)
      .thenRefused(/withdrawn on 2016-11-29/);
    given(paper, begun(), what('PaperSuperseded', '2016-11-29', { by: other }))
      .when(publishDraft, PublishDraft, command)
      .thenRefused(/superseded on 2016-11-29/);
  });

  test('entered late is judged on its day, and stands in its place', () => {
    given(paper, begun(), final('2017-01-25')).when(publishDraft, PublishDraft, command).then(published);
    const { drafts } = aPaper(begun(), draft('2016-11-30', 'Draft II', { draftId: other }), draft('2016-11'));
    expect(drafts.map(({ name }) => name)).toEqual(['Draft I', 'Draft II']);
  });
});

describe('Feedback', () => {
  const command = { paperId, draftId, kind: 'comments' as const, count: '40+', effective: '2016-11-14' };
  const counted = what('FeedbackCounted', '2016-11-14', { draftId, kind: 'comments', count: '40+' });
  const past = [begun(), draft('2016-11-01'), counted];

  test('is kept as its number is printed', () => {
    given(paper, begun(), draft('2016-11-01'))
      .when(countFeedback, CountFeedback, command)
      .then({ type: 'FeedbackCounted', data: { ...ofPaper, draftId, kind: 'comments', count: '40+' } });
    expect(aPaper(...past).feedback).toMatchObject([{ draftId, kind: 'comments', quantity: { printed: '40+', low: 40 } }]);
  });

  test('of the same number says nothing new, unless it says where that is printed', () => {
    given(paper, ...past)
      .when(countFeedback, CountFeedback, { ...command, effective: '2016-11' })
      .thenNothing();
    given(paper, ...past)
      .when(countFeedback, CountFeedback, { ...command, page: 'https://example.org' })
      .then({ type: 'FeedbackCounted', data: { ...counted.event.data, page: 'https://example.org' } });
  });

  test.each([{ count: '43' }, { kind: 'rating sheets' as const }, { effective: '2016-11-20' }])(
    'that differs by %j stands beside it',
    (differs) => {
      const { effective: _, ...data } = { ...counted.event.data, ...differs } as Record<string, unknown>;
      given(paper, ...past)
        .when(countFeedback, CountFeedback, { ...command, ...differs })
        .then({ type: 'FeedbackCounted', data });
    },
  );

  test('on a draft that there was not by then is refused', () => {
    given(paper, ...past)
      .when(countFeedback, CountFeedback, { ...command, effective: '2016-10-31' })
      .thenRefused(/has no draft .* by 2016-10-31/);
  });

  test('entered late stands before what was counted later', () => {
    given(paper, ...past)
      .when(countFeedback, CountFeedback, { ...command, effective: '2016-11-02' })
      .then({ type: 'FeedbackCounted', data: counted.event.data });
    const { feedback } = aPaper(...past, what('FeedbackCounted', '2016-11-02', { kind: 'comments', count: '3' }));
    expect(feedback.map(({ quantity }) => quantity.printed)).toEqual(['3', '40+']);
  });
});

describe('Presenting a paper', () => {
  const command = { paperId, session: 'Main session', effective: '2016-12-08' };
  const presented = what('PaperPresented', '2016-12-08', { session: 'Main session' });

  test('records where', () => {
    given(paper, begun(), draft('2016-11-30'))
      .when(presentPaper, PresentPaper, { ...command, draftId, meetingId: other })
      .then({ type: 'PaperPresented', data: { ...ofPaper, session: 'Main session', draftId, meetingId: other } });
  });

  test('is recorded once for each session', () => {
    given(paper, begun(), presented)
      .when(presentPaper, PresentPaper, { ...command, effective: '2016-12' })
      .thenNothing();
    given(paper, begun(), presented)
      .when(presentPaper, PresentPaper, { ...command, session: 'BPF session' })
      .then({ type: 'PaperPresented', data: { ...ofPaper, session: 'BPF session' } });
  });

  test('is refused after it was withdrawn, and before there was a paper', () => {
    given(paper, begun(), what('PaperWithdrawn', '2016-12-07'))
      .when(presentPaper, PresentPaper, command)
      .thenRefused(/withdrawn on 2016-12-07/);
    given(paper, begun('2016-12-09'))
      .when(presentPaper, PresentPaper, command)
      .thenRefused(/not recorded as begun/);
  });

  test('entered late is judged on its day', () => {
    given(paper, begun(), what('PaperWithdrawn', '2016-12-09'))
      .when(presentPaper, PresentPaper, command)
      .then({ type: 'PaperPresented', data: { ...ofPaper, session: 'Main session' } });
    const { presentations } = aPaper(begun(), presented, what('PaperPresented', '2016-11-16', { session: 'A call' }));
    expect(presentations.map(({ session }) => session)).toEqual(['A call', 'Main session']);
  });
});

describe('The final', () => {
  const page = 'https://www.intgovforum.org/final';
  const command = { paperId, effective: '2017-01-25' };

  test('is recorded with what is said of it', () => {
    const said = { living: true, title: 'Policy options II', page, annexedTo: "Chair's Summary" };
    given(paper, begun())
      .when(finalisePaper, FinalisePaper, { ...command, ...said })
      .then({ type: 'PaperFinalised', data: { ...ofPaper, ...said } });
    expect(aPaper(begun(), final('2017-01-25', said)).titles.map(({ title }) => title)).toEqual([TITLE, 'Policy options II']);
  });

  test('is recorded once', () => {
    for (const said of [{}, { page }, { page, living: true }, { title: TITLE }])
      given(paper, begun(), final('2017-01-20', { page, living: true }))
        .when(finalisePaper, FinalisePaper, { ...command, ...said })
        .thenNothing();
  });

  test.each([{ page }, { living: true }, { title: 'Policy options II' }, { annexedTo: 'The report' }])(
    'is recorded again when %j was not known',
    (said) => {
      given(paper, begun(), final('2017-01-20'))
        .when(finalisePaper, FinalisePaper, { ...command, ...said })
        .then({ type: 'PaperFinalised', data: { ...ofPaper, ...said } });
    },
  );

  test('is recorded again when it is dated more exactly', () => {
    for (const effective of ['2017', '[2016-12..]', 'XXXX'])
      given(paper, begun(), final(effective)).when(finalisePaper, FinalisePaper, command).then({ type: 'PaperFinalised', data: ofPaper });
    given(paper, begun(), final('2017-01-25'))
      .when(finalisePaper, FinalisePaper, { ...command, effective: '2017-01' })
      .thenNothing();
  });

  test.each([
    [{ page: 'https://example.org' }, /with another page/],
    [{ living: false }, /with another living/],
    [{ title: 'Something else' }, /with another title/],
  ])('is not recorded again with %j, where that was told otherwise', (said, reason) => {
    given(paper, begun(), final('2017-01-20', { page, living: true, title: 'Policy options II' }))
      .when(finalisePaper, FinalisePaper, { ...command, ...said })
      .thenRefused(reason);
  });

  test('is refused for a paper that was withdrawn', () => {
    given(paper, begun(), what('PaperWithdrawn', '2017-01-01'))
      .when(finalisePaper, FinalisePaper, command)
      .thenRefused(/withdrawn/);
  });

  test('is put together from what was said of it, at its most exact date', () => {
    const [undated, announced] = [final('XXXX', { page }), final('2017-01-25', { page: 'https://example.org', living: true })];
    for (const order of [
      [undated, announced],
      [announced, undated],
    ])
      expect(aPaper(begun(), ...order).final).toMatchObject({ effective: '2017-01-25', factId: announced.id, page, living: true });
  });

  test('keeps its first date where another is neither the same nor more exact', () => {
    expect(aPaper(begun(), final('2016-12-31'), final('2017')).final?.effective).toBe('2016-12-31');
    expect(aPaper(begun(), final('2017'), final('2018-02-01')).final?.effective).toBe('2017');
  });

  test('entered late stands where it belongs', () => {
    given(paper, begun(), draft('2017-02-01')).when(finalisePaper, FinalisePaper, command).then({ type: 'PaperFinalised', data: ofPaper });
    expect(
      aPaper(begun(), what('PaperRetitled', '2018', { title: 'Later' }), final('2017-01-25', { title: 'Final' })).titles,
    ).toMatchObject([{ title: TITLE }, { title: 'Final' }, { title: 'Later' }]);
  });
});

describe('A living final', () => {
  const command = { paperId, name: 'v2', effective: '2017-03-01' };
  const living = final('2017-01-25', { living: true });

  test('is revised, each time once', () => {
    given(paper, begun(), living)
      .when(reviseFinal, ReviseFinal, command)
      .then({ type: 'FinalRevised', data: { ...ofPaper, name: 'v2' } });
    given(paper, begun(), living, what('FinalRevised', '2017-03', { name: 'v2' }))
      .when(reviseFinal, ReviseFinal, command)
      .thenNothing();
  });

  test('is not revised before it is one', () => {
    given(paper, begun())
      .when(reviseFinal, ReviseFinal, command)
      .thenRefused(/not recorded as final by 2017-03-01/);
    given(paper, begun(), final('2017-01-25'))
      .when(reviseFinal, ReviseFinal, command)
      .thenRefused(/not recorded as a living one/);
    given(paper, begun(), living)
      .when(reviseFinal, ReviseFinal, { ...command, effective: '2017-01-24' })
      .thenRefused(/not recorded as final by 2017-01-24/);
  });

  test('revised late, before it was superseded, keeps the revision in its place', () => {
    const past = [begun(), living, what('FinalRevised', '2017-06', { name: 'v3' }), what('PaperSuperseded', '2018', { by: other })];
    given(paper, ...past)
      .when(reviseFinal, ReviseFinal, command)
      .then({ type: 'FinalRevised', data: { ...ofPaper, name: 'v2' } });
    given(paper, ...past)
      .when(reviseFinal, ReviseFinal, { ...command, effective: '2019' })
      .thenRefused(/superseded on 2018/);
    const { revisions } = aPaper(...past, what('FinalRevised', '2017-03-01', { name: 'v2' }));
    expect(revisions.map(({ name }) => name)).toEqual(['v2', 'v3']);
  });
});

describe('A paper that another supersedes', () => {
  const command = { paperId, by: other, effective: '2018-01-01' };
  const superseded = what('PaperSuperseded', '2017-12-01', { by: other });

  test('is superseded once', () => {
    given(paper, begun())
      .when(supersedePaper, SupersedePaper, command)
      .then({ type: 'PaperSuperseded', data: { ...ofPaper, by: other } });
    given(paper, begun(), superseded).when(supersedePaper, SupersedePaper, command).thenNothing();
  });

  test('is not superseded by a third, nor before it was begun', () => {
    given(paper, begun(), superseded)
      .when(supersedePaper, SupersedePaper, { ...command, by: useId })
      .thenRefused(/superseded on 2017-12-01, by paper/);
    given(paper, begun('2018-02'))
      .when(supersedePaper, SupersedePaper, command)
      .thenRefused(/not recorded as begun/);
  });

  test('is not superseded by itself, nor by one that it superseded', () => {
    const named = Object.assign(new SupersedePaper(), command);
    expect(cannotSupersede(aPaper(begun()), named)).toBe('is the paper itself');
    const successor = begun('2016', { paperId: other });
    expect(cannotSupersede(aPaper(successor), named)).toBeUndefined();
    expect(cannotSupersede(aPaper(successor, what('PaperSuperseded', '2017', { by: paperId })), named)).toBe(
      'was superseded by this paper',
    );
  });

  test('late is superseded from then on', () => {
    given(paper, begun(), superseded)
      .when(supersedePaper, SupersedePaper, { ...command, effective: '2017-11-01' })
      .then({ type: 'PaperSuperseded', data: { ...ofPaper, by: other } });
    expect(aPaper(begun(), superseded, what('PaperSuperseded', '2017-11-01', { by: other })).superseded?.effective).toBe('2017-11-01');
  });
});

describe('A paper that is withdrawn', () => {
  const command = { paperId, effective: '2017-03-01' };
  const withdrawn = on('2017-02-01', { type: 'PaperWithdrawn', data: ofPaper }, { reason: 'No consensus.' });

  test('is withdrawn once, for a reason', () => {
    given(paper, begun()).when(withdrawPaper, WithdrawPaper, command).then({ type: 'PaperWithdrawn', data: ofPaper });
    given(paper, begun(), withdrawn).when(withdrawPaper, WithdrawPaper, command).thenNothing();
    expect(aPaper(begun(), withdrawn).withdrawn).toMatchObject({ effective: '2017-02-01', reason: 'No consensus.' });
  });

  test('must have been begun', () => {
    given(paper, begun('2017-04'))
      .when(withdrawPaper, WithdrawPaper, command)
      .thenRefused(/not recorded as begun by 2017-03-01/);
  });

  test('late is withdrawn from then on', () => {
    given(paper, begun(), withdrawn)
      .when(withdrawPaper, WithdrawPaper, { ...command, effective: '2017-01-01' })
      .then({ type: 'PaperWithdrawn', data: ofPaper });
    expect(aPaper(begun(), withdrawn, what('PaperWithdrawn', '2017-01-01')).withdrawn?.effective).toBe('2017-01-01');
  });
});

describe('What was said, and what was done', () => {
  const said = { callId, contributionIds: [contributionId], draftId, said: 'Schools come first.', did: 'Section 3 says so.' };
  const command = { paperId, useId, ...said, effective: '2016-11-14' };
  const used = what('InputUsed', '2016-11-14', { useId, ...said });
  const past = [begun(), draft('2016-11-01')];

  test('is recorded for the draft that it changed', () => {
    given(paper, ...past)
      .when(useInput, UseInput, command)
      .then({ type: 'InputUsed', data: { ...ofPaper, useId, ...said } });
  });

  test('is recorded once', () => {
    given(paper, ...past, used)
      .when(useInput, UseInput, { ...command, useId: other })
      .thenRefused(new RegExp(`by 2016-11-14 already, as use ${useId}`));
  });

  test('is refused for a draft that there was not by then', () => {
    given(paper, ...past)
      .when(useInput, UseInput, { ...command, effective: '2016-10-31' })
      .thenRefused(/has no draft/);
  });

  test('entered late stands in its place', () => {
    given(paper, ...past, final('2017-01-25'))
      .when(useInput, UseInput, command)
      .then({ type: 'InputUsed', data: { ...ofPaper, useId, ...said } });
    const { uses } = aPaper(...past, used, what('InputUsed', '2016-11-02', { useId: other, ...said, did: 'Nothing yet.' }));
    expect(uses.map((use) => use.useId)).toEqual([other, useId]);
  });

  test('names only what the call has received, and nobody took back', () => {
    const call = (contribution: object): Call => ({ contributions: [{ contributionId, ...contribution }] }) as unknown as Call;
    const named = Object.assign(new UseInput(), command);
    expect(lacksContribution(call({}), named)).toBeUndefined();
    expect(lacksContribution(call({ contributionId: other }), named)).toContain(`no contribution ${contributionId}`);
    expect(lacksContribution(call({ withdrawn: { effective: '2016-10-01' } }), named)).toContain('withdrawn on 2016-10-01');
  });
});

describe('The stage of a paper', () => {
  const opened = what('CommentPeriodOpened', '2016-11-02', { draftId });
  const closed = what('CommentPeriodClosed', '2016-12-06', { draftId });
  const presented = what('PaperPresented', '2016-12-08');
  const upTo = [begun(), what('OutlinePublished', '2016-07-01'), draft('2016-11-01')] as const;

  test.each<[PaperStage, readonly Past[]]>([
    ['begun', [begun()]],
    ['outline', upTo.slice(0, 2)],
    ['draft', upTo],
    ['in consultation', [...upTo, opened]],
    ['in consultation', [begun(), draft('2016-11-02', 'Draft I', { commentsUntil: '2016-12-06' })]],
    ['draft', [...upTo, opened, closed]],
    ['presented', [...upTo, opened, presented]],
    ['presented', [...upTo, presented, what('CommentPeriodOpened', '2016-12-09')]],
    ['final', [...upTo, presented, final('2017-01-25')]],
    ['final', [final('XXXX'), ...upTo]],
    ['living', [...upTo, final('2017-01-25', { living: true })]],
    ['superseded', [...upTo, final('2017-01-25', { living: true }), what('PaperSuperseded', '2018', { by: other })]],
    ['withdrawn', [...upTo, what('PaperSuperseded', '2018', { by: other }), what('PaperWithdrawn', '2017')]],
  ])('is %s', (stage, past) => {
    expect(paperStage(aPaper(...past))).toBe(stage);
  });
});
