import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { CallList, FactPage, WorkstreamList } from '#read-models';
import { factIdsOf, plainText, type ReportAnswer, type ReportErrata, type ReportPin } from '#reports';
import type { ReportSectionId } from '#workstreams';
import { temporaryFolder } from '#test/files';
import { igf } from '#test/programs';
import { TestServer } from '#test/server';

const SAMPLE = 'apps/cli/sample-history';

/** Slow machines make reports slowly. */
const LONG = 120_000;

let server: TestServer;
let of2016: ReportAnswer;
let of2017: ReportAnswer;
beforeAll(async () => {
  const folder = temporaryFolder();
  const files = readdirSync(SAMPLE).map((name) => join(SAMPLE, name));
  await igf(['import', '--store', `file:${join(folder, 'tracker.db')}`, ...files]);
  server = await TestServer.start(folder);
  of2016 = await report(2016);
  of2017 = await report(2017, 'cstd-input');
}, LONG);
afterAll(async () => server.stop());

const asked = async <T>(path: string): Promise<T> => {
  const reply = await server.getLatest(path);
  expect([reply.status, path]).toEqual([200, path]);
  return reply.body as T;
};

const AS_OF = '2026-11-23';
const report = async (cycle: number, kind = 'chairs-summary', query = `asOf=${AS_OF}`): Promise<ReportAnswer> =>
  asked<ReportAnswer>(`/v1/reports/${cycle}/${kind}?${query}`);

/** All that a section says, a line for each statement and each row. */
function said({ sections }: ReportAnswer, id: ReportSectionId): readonly string[] {
  const { statements, tables } = sections.find((section) => section.id === id)!;
  return [
    ...statements.map((each) => plainText(each.says)),
    ...tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(plainText).join(' | '))),
  ];
}

const addressOf = ({ cycle, kind, asOf, upTo }: ReportPin, ending = ''): string => `${cycle}/${kind}${ending}?asOf=${asOf}&upTo=${upTo}`;

describe('The report on 2016 gives the figures of the Chair’s Summary', () => {
  test('of the initiatives, with both sources where they disagree', () => {
    const initiatives = said(of2016, 'initiatives');
    expect(initiatives).toContain(
      'As published, the recognised initiatives were 37 or 43, on which sources disagree, in December 2015 and 72 in December 2016.',
    );
    expect(initiatives.join('\n')).toContain(
      '37 (Chair of the 11th IGF) and 43 (IGF Secretariat); they cannot all hold | 25 (recognised or not)',
    );
    expect(initiatives).toContain(
      'Initiatives in the NRI main session of 2016, on record by name: none. Published: 41 (Chair of the 11th IGF).',
    );
  });

  test('of the initiatives by level and by region, all of them', () => {
    const { tables } = of2016.sections.find(({ id }) => id === 'initiatives')!;
    for (const id of ['level', 'regionalGroup']) {
      const { rows } = tables.find((table) => table.id === id)!;
      expect(rows.reduce((sum, { cells: [, number] }) => sum + Number(plainText(number!)), 0)).toBe(28);
    }
  });

  test('of the coalitions: sixteen, two of them new, two groups on the way, twelve in the main session', () => {
    const coalitions = said(of2016, 'coalitions').join('\n');
    expect(coalitions).toContain(
      'has 13 Dynamic Coalitions that were active at the end of 2016. Not counted: 6 (by that rule it is unknown), 2 (by that rule it is exploratory) and 15 (its date leaves open whether it was there by then). Published: 16 (Chair of the 11th IGF)',
    );
    expect(coalitions).toMatch(/shows 2 coalitions that began in 2016: .*Community Connectivity; .*Connecting the Unconnected\./);
    expect(coalitions).toMatch(/2 coalitions that recommitted .*: .*Climate Change; Youth Coalition on Internet Governance/);
    expect(coalitions).toMatch(/2 groups on the way to a coalition in 2016: .*Publicness; .*Schools of Internet Governance/);
    expect(coalitions).toMatch(/12 coalitions that took part .*Child Online Safety.* Published: 12/);
  });

  test('of the forums and of Connecting the Next Billion', () => {
    const made = of2016;
    expect(said(made, 'forums')[0]).toBe(
      'The record has 4 Best Practice Forums of the 2016 cycle, cycle number 3 in which there were any: Cybersecurity; Gender and Access; IPv6; IXPs. Published: 4 (Chair of the 11th IGF).',
    );
    expect(said(made, 'forums').join('\n')).toContain(
      "“Overcoming barriers to enable women's meaningful internet access” (final: 25 January 2017)",
    );
    expect(said(made, 'cenb').join('\n')).toContain('phases I and II together | 2016 | 120+ (Chair of the 11th IGF) | none');
  });

  test('and says what could not be established', () => {
    const open = said(of2016, 'open').join('\n');
    expect(open).toContain('Countries that participants came from (2016) | 123 (www.intgovforum.org) and 83 (Chair of the 11th IGF)');
    expect(open).toContain('(December 2016) | 72 | 28 | What is missing is not on record.');
  });

  test('as of the day of the summary, without what was said later', async () => {
    const made = await report(2016, 'chairs-summary', 'asOf=2016-12-09');
    expect(said(made, 'initiatives')).toContain(
      'As published, the recognised initiatives were 37 in December 2015 and 72 in December 2016.',
    );
    expect(JSON.stringify(made)).not.toContain('"43"');
  });
});

describe('The report on 2017 gives the figures of the input to the CSTD', () => {
  test('of the initiatives, from 43 to 97, beside the 37 that others published', () => {
    expect(said(of2017, 'initiatives')).toEqual(
      expect.arrayContaining([
        'As published, the recognised initiatives were 72 in December 2016 and 97 in December 2017.',
        'As published, the recognised initiatives were 37 or 43, on which sources disagree, in December 2015 and 97 in December 2017.',
      ]),
    );
  });

  test('of three forums in their fourth cycle, two new coalitions and three proposed', () => {
    const made = of2017;
    expect(said(made, 'forums')[0]).toMatch(/^The record has 3 Best Practice Forums of the 2017 cycle, cycle number 4 .* Published: 3 \(/);
    const coalitions = said(made, 'coalitions').join('\n');
    expect(coalitions).toContain('no coalition that began in 2017');
    expect(coalitions).toContain('Published: 2 (IGF Secretariat)');
    expect(coalitions).toMatch(/proposal of a coalition in 2017\. Published: 3 \(IGF Secretariat\)/);
    expect(said(made, 'open').join('\n')).toMatch(/16 active coalitions in 2016, 2 were new in 2017, and 17 were active then/);
  });

  test('beside those of the year before', () => {
    const news = said(of2017, 'news');
    expect(news).toContain('Best Practice Forums of the cycle | 4 (Chair of the 11th IGF) | 3 (IGF Secretariat)');
    expect(news).toContain('The record shows 2 Best Practice Forums of 2016 not on record as renewed in 2017: IPv6; IXPs.');
  });
});

describe('Every number of a report', () => {
  test('has a rule, and facts that are there', async () => {
    const sections = [of2016, of2017].flatMap((made) => made.sections);
    const lines = sections.flatMap(({ statements, tables }) => [...statements, ...tables.flatMap(({ rows }) => rows)]);
    const parts = lines.flatMap((line) => ('says' in line ? line.says : line.cells.flat()));
    const numbers = parts.filter((part) => typeof part !== 'string');
    expect(numbers.length).toBeGreaterThan(100);
    const known = new Set((await server.facts()).map(({ id }) => id));
    expect(lines.flatMap(factIdsOf).filter((id) => !known.has(id))).toEqual([]);
    expect(numbers.filter(({ rule }) => rule === '')).toEqual([]);
    expect(numbers.filter(({ printed, factIds }) => /[1-9]/.test(printed) && factIds.length === 0)).toEqual([]);
  });
});

const FORMATS = ['.md', '.html', '.docx'] as const;
const bytes = async (path: string): Promise<Buffer> => Buffer.from(await (await fetch(server.url + path)).arrayBuffer());
const files = async (pin: ReportPin): Promise<readonly Buffer[]> =>
  Promise.all(FORMATS.map(async (ending) => bytes(`/reports/${addressOf(pin, ending)}`)));

const factOf = async (type: string, holds: (data: object) => boolean): Promise<string> => {
  const { facts } = await asked<FactPage>(`/v1/facts?type=${type}&limit=1000`);
  return facts.find(({ data }) => holds(data))!.factId;
};

test(
  'After corrections and late facts the pinned report has the same bytes in all formats, and the errata show them all',
  async () => {
    const before = of2016;
    const made = await files(before.pin);
    expect(createHash('sha256').update(made[0]!).digest('hex')).toBe(before.digest);

    const figure = await factOf('FigurePublished', (data) => 'value' in data && data.value === '72');
    const amendment = { changes: { value: '73' }, reason: 'The final text says 73.' };
    const amended = (await server.post(`/v1/facts/${figure}/amendments`, amendment)).body as { factIds: string[] };
    const recommitted = await factOf('CoalitionRecommitted', () => true);
    const retraction = { reason: 'It was another coalition.' };
    const retracted = (await server.post(`/v1/facts/${recommitted}/retractions`, retraction)).body as { factIds: string[] };
    const { workstreams } = await asked<WorkstreamList>('/v1/workstreams?kind=cenb-phase&cycle=2016');
    const { calls } = await asked<CallList>(`/v1/calls?workstreamId=${workstreams[0]!.workstreamId}`);
    const call = calls.find(({ title }) => title === 'Call for public input')!;
    const contribution = { kind: 'written', stakeholderGroup: 'Civil Society', effective: '2016-08-01' };
    const late = (await server.put(`/v1/calls/${call.callId}/contributions/${randomUUID()}`, contribution)).body as { factIds: string[] };

    const after = await asked<ReportAnswer>(`/v1/reports/${addressOf(before.pin)}`);
    expect(after).toEqual(before);
    expect((await files(before.pin)).map((file, index) => file.equals(made[index]!))).toEqual([true, true, true]);

    const { errata, total } = await asked<ReportErrata>(`/v1/reports/${addressOf(before.pin, '/errata')}`);
    expect(total).toBe(errata.length);
    const causes = new Map(errata.flatMap((each) => each.causes).map((cause) => [cause.factId, cause.reason]));
    expect(causes).toEqual(
      new Map([
        [amended.factIds[0], amendment.reason],
        [retracted.factIds[0], retraction.reason],
        [late.factIds[0], null],
      ]),
    );
    const growth = errata.find(({ section, of }) => section === 'initiatives' && of.startsWith('growth'))!;
    expect([growth.was, growth.now, growth.causes.map(({ factId }) => factId)]).toEqual([
      expect.stringContaining('72 in December 2016'),
      expect.stringContaining('73 in December 2016'),
      [amended.factIds[0]],
    ]);
    expect(errata.find(({ of }) => of === 'recommitted')).toMatchObject({
      was: expect.stringContaining('2 coalitions that recommitted') as unknown,
      now: expect.stringContaining('1 coalition that recommitted') as unknown,
    });
    expect(errata.filter(({ section }) => section === 'calls').map(({ of }) => of)).toContain('byStakeholderGroup: Civil Society');
  },
  LONG,
);

describe('A report as a file', () => {
  test(
    'shows prose apart from what was made, escapes it, and needs nothing else',
    async () => {
      const { workstreams } = await asked<WorkstreamList>('/v1/workstreams?kind=cycle&cycle=2017');
      const reportId = randomUUID();
      await server.put(`/v1/reports/${reportId}`, { workstreamId: workstreams[0]!.workstreamId, cycle: 2017, kind: 'cstd-input' });
      const text = 'They met | <b>in the open</b>.\n\nAnd *went on*.';
      await server.post(`/v1/reports/${reportId}/prose`, { section: 'forums', text, language: 'en' }, { 'x-actor': 'A. Writer' });
      const { pin } = await report(2017, 'cstd-input');
      const [md, html, docx] = await files(pin);
      expect(md!.toString()).toMatch(
        /## Best Practice Forums\n\n> \*Written by A\. Writer, .*:\*\n>\n> They met \\\| \\<b\\>in the open\\<\/b\\>\.\n>\n> And \\\*went on\\\*\.\n\nThe record has 3\[\^\d+\]/,
      );
      expect(html!.toString()).toContain('<p>They met | &lt;b>in the open&lt;/b>.</p>');
      expect(html!.toString()).toMatch(/<aside lang="en" aria-label="Written by A\. Writer/);
      expect(html!.toString()).not.toMatch(/<script|src=|<link/);
      expect(strFromU8(unzipSync(docx!)['word/document.xml']!)).toContain('They met | &lt;b&gt;in the open&lt;/b&gt;.');
    },
    LONG,
  );

  test(
    'has a note for every reference, in Markdown and on the page',
    async () => {
      const [md, html] = await files(of2016.pin);
      const referred = new Set([...md!.toString().matchAll(/\[\^(\d+)\](?!:)/g)].map(([, note]) => note));
      const explained = [...md!.toString().matchAll(/^\[\^(\d+)\]: /gm)].map(([, note]) => note);
      expect(explained).toEqual([...referred].toSorted((a, b) => Number(a) - Number(b)));
      const targets = [...html!.toString().matchAll(/href="#([\w-]+)"/g)].map(([, id]) => id!);
      expect(targets.filter((id) => !html!.toString().includes(`id="${id}"`))).toEqual([]);
    },
    LONG,
  );
});

describe('A freeze', () => {
  let reportId: string;
  beforeAll(async () => {
    const { workstreams } = await asked<WorkstreamList>('/v1/workstreams?kind=cycle&cycle=2016');
    reportId = randomUUID();
    await server.put(`/v1/reports/${reportId}`, { workstreamId: workstreams[0]!.workstreamId, cycle: 2016, kind: 'chairs-summary' });
  });

  const fixed = ({ pin: { asOf, upTo, rules, template, locale }, digest }: ReportAnswer) => ({
    asOf,
    upTo,
    rules,
    template,
    locale,
    digest,
  });
  const freeze = async (body: object, freezeId: string = randomUUID()) => server.put(`/v1/reports/${reportId}/freezes/${freezeId}`, body);

  test(
    'keeps the report readable at its address, whatever is written later',
    async () => {
      const made = await report(2016);
      const freezeId = randomUUID();
      expect((await freeze(fixed(made), freezeId)).status).toBe(201);
      await server.post(`/v1/reports/${reportId}/prose`, { section: 'overview', text: 'Written after the freeze.', language: 'en' });
      const frozen = await asked<ReportAnswer>(`/v1/reports/2016/chairs-summary?frozen=${freezeId}`);
      expect(frozen).toEqual({ ...made, frozen: { freezeId, factId: expect.any(String) as unknown, digest: made.digest, isSame: true } });
      const file = await bytes(`/reports/2016/chairs-summary.md?frozen=${freezeId}`);
      expect(file.equals(await bytes(`/reports/${addressOf(made.pin, '.md')}`))).toBe(true);
      const { errata } = await asked<ReportErrata>(`/v1/reports/2016/chairs-summary/errata?frozen=${freezeId}`);
      expect(errata).toMatchObject([
        { section: 'overview', was: null, now: 'Written after the freeze.', causes: [{ type: 'ProseWritten' }] },
      ]);
      const published = await server.post(`/v1/reports/${reportId}/publications`, { freezeId, page: 'https://www.intgovforum.org/x' });
      expect(published.status).toBe(201);
    },
    LONG,
  );

  test(
    'of what the pin does not give, of a position that is not there, or of a shape that there is not, is refused',
    async () => {
      const made = fixed(await report(2016));
      const replies = [
        await freeze({ ...made, digest: 'ab'.repeat(32) }),
        await freeze({ ...made, upTo: 1_000_000 }),
        await freeze({ ...made, template: '0' }),
      ];
      expect(replies.map(({ status }) => status)).toEqual([400, 400, 404]);
      expect(replies[0]!.text).toContain(made.digest);
    },
    LONG,
  );

  test('says its whole pin: nothing else is asked beside it', async () => {
    const both = await server.get(`/v1/reports/2016/chairs-summary?frozen=${randomUUID()}&asOf=2016`);
    expect([both.status, both.text]).toEqual([400, expect.stringContaining('/asOf')]);
    expect((await server.get(`/v1/reports/2016/chairs-summary?frozen=${randomUUID()}`)).status).toBe(404);
  });
});

test(
  'igf makes the same report as the server, and tells its errata',
  async () => {
    const { pin, digest } = of2016;
    const store = ['--store', `file:${join(server.folder, 'tracker.db')}`];
    const options = [...store, '--cycle', '2016', '--kind', 'chairs-summary', '--as-of', pin.asOf, '--up-to', String(pin.upTo)];
    const out = join(temporaryFolder(), 'report.docx');
    const ran = [await igf(['report', ...options]), await igf(['report', ...options, '--format', 'docx', '--out', out])];
    expect(ran.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(ran[0]!.stdout).toBe((await bytes(`/reports/${addressOf(pin, '.md')}`)).toString());
    expect(ran[0]!.stderr).toContain(digest);
    expect(readFileSync(out).equals(await bytes(`/reports/${addressOf(pin, '.docx')}`))).toBe(true);
    const errata = await igf(['report', 'errata', ...options]);
    expect(errata.stderr).toMatch(/^\d+ differences? between position \d+ and \d+\.$/m);
    expect(errata.stdout).toContain('The final text says 73.');
  },
  LONG,
);
