import { given, on, type Past } from '#test/given';
import { BeginReport, beginReport, notThatCycle } from './begin-report.js';
import { FreezeReport, freezeReport } from './freeze-report.js';
import { PublishReport, publishReport } from './publish-report.js';
import { cycleReport } from './report.js';
import { proseInForce, WriteProse, writeProse } from './write-prose.js';
import { workstream } from '../workstream/workstream.js';

const reportId = '0b0a6a5e-64a5-4d2c-8f37-9f6c1a4b7a01';
const workstreamId = '0b0a6a5e-64a5-4d2c-8f37-9f6c1a4b7a02';
const freezeId = '0b0a6a5e-64a5-4d2c-8f37-9f6c1a4b7a03';
const of = { reportId, workstreamId };
const claim = { ...of, cycle: 2016, kind: 'chairs-summary' } as const;

const begun = (): Past => on('2016-11', { type: 'ReportBegun', data: claim });
const text = { section: 'forums', text: 'They met in the open.', language: 'en' } as const;
const wrote = (said: Partial<Record<keyof typeof text, string>> = {}): Past =>
  on('2016-12-08', { type: 'ProseWritten', data: { ...of, ...text, ...said } });
const pin = { asOf: '2016-12-09', upTo: 628, rules: ['forum stage@2014'], template: '1', locale: 'en' } as const;
const digest = 'ab'.repeat(32);
const frozen = (): Past => on('2016-12-09', { type: 'ReportFrozen', data: { ...of, freezeId, ...pin, digest } });

describe('A report', () => {
  test('is begun once', () => {
    given(cycleReport).when(beginReport, BeginReport, claim).then({ type: 'ReportBegun', data: claim });
    given(cycleReport, begun())
      .when(beginReport, BeginReport, claim)
      .thenRefused(/begun already/);
  });

  test('is on the cycle that it names', () => {
    const cycle = { workstreamId, name: 'IGF 2016', number: 11, cycle: 2016 };
    const state = given(workstream, on('2016', { type: 'CycleRegistered', data: cycle })).state();
    expect([2016, 2017].map((year) => notThatCycle(state, { ...claim, cycle: year }))).toEqual([undefined, 'is not the cycle of 2017']);
    const coalition = given(workstream, on('2016', { type: 'DynamicCoalitionRegistered', data: { workstreamId, name: 'x' } })).state();
    expect(notThatCycle(coalition, claim)).toBe('is not the cycle of 2016');
  });
});

describe('What is written for a section', () => {
  const command = { reportId, ...text, effective: '2016-12-09' };

  test('names the cycle of its report', () => {
    given(cycleReport, begun())
      .when(writeProse, WriteProse, command)
      .then({ type: 'ProseWritten', data: { ...of, ...text } });
  });

  test('again, says nothing new; after something else, it does', () => {
    given(cycleReport, begun(), wrote()).when(writeProse, WriteProse, command).thenNothing();
    given(cycleReport, begun(), wrote(), wrote({ text: 'Otherwise.' }))
      .when(writeProse, WriteProse, command)
      .then({ type: 'ProseWritten', data: { ...of, ...text } });
  });

  test('is refused before the report was begun', () => {
    given(cycleReport, begun())
      .when(writeProse, WriteProse, { ...command, effective: '2016-10' })
      .thenRefused(/not recorded as begun by 2016-10/);
  });

  test('takes the place of what was written before for the same section in the same language, and all stays', () => {
    const { prose } = given(
      cycleReport,
      begun(),
      wrote(),
      wrote({ language: 'fr' }),
      wrote({ section: 'papers' }),
      wrote({ text: 'Now.' }),
    ).state();
    expect(prose).toHaveLength(4);
    expect(proseInForce(prose).map(({ section, language, text: said }) => [section, language, said])).toEqual([
      ['forums', 'fr', text.text],
      ['papers', 'en', text.text],
      ['forums', 'en', 'Now.'],
    ]);
    expect(prose[0]).toMatchObject({ writtenBy: 'Secretariat' });
  });
});

describe('A freeze', () => {
  const command = { reportId, freezeId, ...pin, digest, effective: '2016-12-10' };

  test('keeps the pin and the digest', () => {
    given(cycleReport, begun())
      .when(freezeReport, FreezeReport, command)
      .then({ type: 'ReportFrozen', data: { ...of, freezeId, ...pin, digest } });
  });

  test('of the same pin, in whatever order its rules stand, changes nothing', () => {
    given(cycleReport, begun(), frozen()).when(freezeReport, FreezeReport, command).thenNothing();
  });

  test('of the same pin with another digest is refused', () => {
    given(cycleReport, begun(), frozen())
      .when(freezeReport, FreezeReport, { ...command, digest: 'cd'.repeat(32) })
      .thenRefused(/frozen on 2016-12-09 with another digest/);
  });

  test('of another position is another one', () => {
    given(cycleReport, begun(), frozen())
      .when(freezeReport, FreezeReport, { ...command, upTo: 629 })
      .then({ type: 'ReportFrozen', data: { ...of, freezeId, ...pin, upTo: 629, digest } });
  });

  test('is refused before the report was begun', () => {
    given(cycleReport, begun())
      .when(freezeReport, FreezeReport, { ...command, effective: '2016-10' })
      .thenRefused(/not recorded as begun/);
  });
});

describe('A publication', () => {
  const page = 'https://www.intgovforum.org/chairs-summary';
  const command = { reportId, freezeId, page, effective: '2016-12-12' };

  test('is of a freeze', () => {
    given(cycleReport, begun(), frozen())
      .when(publishReport, PublishReport, command)
      .then({ type: 'ReportPublished', data: { ...of, freezeId, page } });
    given(cycleReport, begun())
      .when(publishReport, PublishReport, command)
      .thenRefused(/no freeze .* is frozen first/);
  });

  test('in the same place again changes nothing', () => {
    const published = on('2016-12-11', { type: 'ReportPublished', data: { ...of, freezeId, page } });
    given(cycleReport, begun(), frozen(), published).when(publishReport, PublishReport, command).thenNothing();
    given(cycleReport, begun(), frozen(), published)
      .when(publishReport, PublishReport, { ...command, page: `${page}/2` })
      .then({ type: 'ReportPublished', data: { ...of, freezeId, page: `${page}/2` } });
  });
});
