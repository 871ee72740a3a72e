import { at, carriedOut, type Levers, type Pasts, together, verdictOn } from '#test/judging';
import type { Past } from '#test/given';
import { forumStage } from './forum-stage.js';
import { networkStage } from './network-stage.js';
import { phaseStage } from './phase-stage.js';
import { stepOf } from '../step.js';

const call = (...more: readonly Past[]): Partial<Pasts> => ({ calls: [[...more]] });
const opened = (effective: string): Past => at(effective, 'CallOpened', { callId: 'c', title: 'A call' });
const paper = (kind: string, ...more: readonly Past[]): Partial<Pasts> => ({
  papers: [[at('2010', 'PaperBegun', { paperId: 'p', title: 'Output', kind }), ...more]],
});
const OUTPUT = 'outcome document';
const draft = (effective: string, fields: object = {}): Past =>
  at(effective, 'DraftPublished', { paperId: 'p', draftId: effective, name: effective, ...fields });
const final = (effective: string): Past => at(effective, 'PaperFinalised', { paperId: 'p' });
const meeting = (heldOn: string, fields: object = {}): Partial<Pasts> => ({
  meetings: [[at(heldOn, 'MeetingLogged', { meetingId: heldOn, title: 'A call', ...fields })]],
});
const decided = (type: string, effective: string, data: object = {}): Partial<Pasts> => ({
  workstream: [at(effective, type, data)],
});
const approved = (effective: string, data: object = {}) => decided('WorkstreamApproved', effective, data);

const all = (first: Pasts, ...more: readonly Partial<Pasts>[]): Pasts => more.reduce<Pasts>(together, first);

/** Cybersecurity 2016 as it went, by the dates of its page. */
const forum: Pasts = { workstream: [at('2016-01', 'BestPracticeForumRegistered', { name: 'Cybersecurity', cycle: 2016 })] };
const cybersecurity2016 = all(
  forum,
  decided('WorkstreamProposed', '2016-03'),
  approved('2016-04-06'),
  meeting('2016-05-24'),
  call(opened('2016-07')),
  paper(OUTPUT, draft('2016-11-02', { commentsUntil: '2016-12-05' }), final('2017-01-25')),
  decided('WorkstreamPresented', '2016-12-08'),
);

describe('A Best Practice Forum', () => {
  test.each([
    ['2016-02', 'unknown'],
    ['2016-03', 'proposed'],
    ['2016-04', 'approved'],
    ['2016-05', 'scoping'],
    ['2016-07', 'collecting'],
    ['2016-11', 'in consultation'],
    ['2016-12', 'presented'],
    ['2017-01', 'finalised'],
  ])('such as Cybersecurity 2016 stood, by the end of %s, at %s', (asOf, status) => {
    expect(verdictOn(forumStage, cybersecurity2016, asOf).status).toBe(status);
  });

  const renewal = at('2017-04-11', 'BestPracticeForumRegistered');
  const renewals = [{ effective: '2017-04-11', factId: renewal.id }];
  test.each([
    ['that is final and that another one renews', all(cybersecurity2016, { renewals }), '2017', 'renewed'],
    ['that another one renews without its final', all(forum, approved('2016-04'), { renewals }), '2017', 'approved'],
    [
      'that was turned down',
      all(forum, decided('WorkstreamProposed', '2016-01'), decided('WorkstreamNotApproved', '2016-02')),
      '2016',
      'not approved',
    ],
    [
      'that was turned down and then approved',
      all(forum, decided('WorkstreamNotApproved', '2016-02'), approved('2016-04')),
      '2016',
      'approved',
    ],
    ['that went into another', all(forum, approved('2016-04'), decided('WorkstreamMerged', '2016-05', { into: 'x' })), '2016', 'merged'],
    ['that was closed', all(cybersecurity2016, decided('WorkstreamClosed', '2017-03')), '2017-03', 'closed'],
    ['whose draft is out, comments closed', all(forum, paper(OUTPUT, draft('2016-10'))), '2016', 'drafting'],
    ['whose background paper is final', all(forum, approved('2016-04'), paper('background paper', final('2016-06'))), '2016', 'approved'],
    [
      'with informal calls before its approval',
      all(forum, meeting('2016-01-17', { informal: true }), meeting('2016-03-24'), approved('2016-04')),
      '2016',
      'approved',
    ],
    ['that began scoping', all(forum, approved('2016-04'), decided('ScopingStarted', '2016-06')), '2016', 'scoping'],
  ])('%s', (_, pasts, asOf, status) => {
    const verdict = verdictOn(forumStage, pasts, asOf);
    expect(verdict.status).toBe(status);
    expect(verdict.reasons[0]!.factIds).not.toEqual([]);
    const changes = carriedOut(forumStage, pasts, asOf, LEVERS);
    expect(changes.length).toBeGreaterThan(status === 'merged' ? -1 : 0);
    expect(changes.map(({ came }) => came)).toEqual(changes.map(({ promised }) => promised));
  });

  test('gives the fact behind the stage as its reason', () => {
    const last = cybersecurity2016.papers![0]!.at(-1)!;
    expect(verdictOn(forumStage, cybersecurity2016, '2017-01').reasons).toEqual([
      { says: 'a final output is on record', factIds: [last.id] },
    ]);
  });
});

const LEVERS: Levers = {
  'its topic was merged': (asOf) => decided('WorkstreamMerged', asOf, { into: 'x' }),
  'the MAG has turned it down': (asOf) => decided('WorkstreamNotApproved', asOf),
  'the MAG has approved it': (asOf) => approved(asOf),
  'it was proposed': (asOf) => decided('WorkstreamProposed', asOf),
  'it was closed': (asOf) => decided('WorkstreamClosed', asOf),
  'a final output': (asOf) => paper(OUTPUT, final(asOf)),
  'its work was presented': (asOf) => decided('WorkstreamPresented', asOf),
  'comments on its output are open': (asOf) => paper(OUTPUT, at(asOf, 'CommentPeriodOpened', { paperId: 'p' })),
  'a draft of its output': (asOf) => paper(OUTPUT, draft(asOf)),
  'it has called for input': (asOf) => call(opened(asOf)),
  'scoping has begun': (asOf) => decided('ScopingStarted', asOf),
  'it has held a meeting': (asOf) => meeting(asOf),
  'a forum of a later cycle': (asOf) => ({ renewals: [stepOf({ effective: asOf, id: 'renewal' })] }),
  'its framework': (asOf) => decided('FrameworkAdopted', asOf),
};

/** Phase II of 2016, by the dates of its framework, call and drafts. */
const phaseII = all(
  { workstream: [at('2016-01', 'CenbPhaseRegistered', { name: 'CENB', phase: 'II', cycle: 2016 })] },
  approved('2016-04'),
  decided('FrameworkAdopted', '2016-06-27'),
  call(opened('2016-07-11')),
  paper(OUTPUT, draft('2016-09'), at('2016-10', 'CommentPeriodOpened', { paperId: 'p' }), final('2017-01-25')),
  decided('WorkstreamPresented', '2016-12-08'),
);

test.each([
  ['2016-01', 'unknown'],
  ['2016-04', 'chosen'],
  ['2016-06', 'framework'],
  ['2016-07', 'collecting'],
  ['2016-09', 'drafting'],
  ['2016-11', 'in consultation'],
  ['2016-12', 'presented'],
  ['2017-01', 'final'],
])('CENB phase II stood, by the end of %s, at %s', (asOf, status) => {
  expect(verdictOn(phaseStage, phaseII, asOf).status).toBe(status);
  const changes = carriedOut(phaseStage, phaseII, asOf, LEVERS);
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.map(({ came }) => came)).toEqual(changes.map(({ promised }) => promised));
});

/** A network as that on Internet fragmentation went, from 2022 on. */
const network = all(
  { workstream: [at('2022-01', 'PolicyNetworkRegistered', { name: 'PNIF' })] },
  decided('WorkstreamProposed', '2022-01', { cycle: 2022 }),
  approved('2022-03', { cycle: 2022 }),
  meeting('2022-05-10'),
  decided('WorkstreamPresented', '2022-11-29', { cycle: 2022 }),
  approved('2023-03', { cycle: 2023 }),
  meeting('2023-05-10'),
  { papers: [[at('2023-08', 'PaperBegun', { paperId: 'p', title: 'Report', kind: 'annual report', cycle: 2023 }), final('2023-09')]] },
);

test.each([
  ['2022-01', 'proposed'],
  ['2022-03', 'approved'],
  ['2022-05', 'working'],
  ['2022-11', 'presented'],
  ['2023-03', 'renewed'],
  ['2023-05', 'working'],
  ['2023-09', 'reported'],
])('A Policy Network stood, by the end of %s, at %s', (asOf, status) => {
  expect(verdictOn(networkStage, network, asOf).status).toBe(status);
});
