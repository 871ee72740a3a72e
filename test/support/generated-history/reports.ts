import { createHash } from 'node:crypto';
import { BeginReport, FreezeReport, PublishReport, REPORT_KINDS, REPORT_SECTIONS, type ReportKind, WriteProse } from '#workstreams';
import type { Thread } from './agenda.js';
import { annualMeetingOf, dateOf } from './days.js';
import type { Desk } from './desk.js';
import type { Strand } from './world.js';

/** How long after the annual meeting each report is frozen, in days: the summary soon, the input for the spring of the year after. */
const FROZEN_AFTER: Readonly<Record<ReportKind, readonly [least: number, most: number]>> = {
  'chairs-summary': [3, 30],
  'cstd-input': [60, 150],
};

/** The reports on a cycle: people write for some sections, freeze what they have, and publish it. */
export function* reports(desk: Desk, strand: Strand, cycle: number): Thread {
  for (const kind of REPORT_KINDS) yield* report(desk, strand, cycle, kind);
}

function* report(desk: Desk, { id: workstreamId }: Strand, cycle: number, kind: ReportKind): Thread {
  const { luck, world } = desk;
  const frozenOn = annualMeetingOf(cycle) + luck.between(...FROZEN_AFTER[kind]);
  const [reportId, freezeId] = [desk.id(), desk.id()];
  yield* desk.on(frozenOn - luck.between(1, 2));
  if (!desk.do(BeginReport, { reportId, workstreamId, cycle, kind })) return;
  for (const section of luck.few(REPORT_SECTIONS, luck.between(2, 6)))
    desk.do(WriteProse, { reportId, section, text: `What the community said of it in ${cycle}.`, language: 'en' });
  yield* desk.on(frozenOn);
  // Made up like all of it: nobody has made this report.
  const digest = createHash('sha256').update(reportId).digest('hex');
  const pin = { asOf: dateOf(frozenOn), upTo: world.office.length, rules: [], template: '1', locale: 'en' as const };
  if (!desk.do(FreezeReport, { reportId, freezeId, ...pin, digest })) return;
  yield* desk.on(frozenOn + luck.between(0, 5));
  desk.do(PublishReport, { reportId, freezeId, page: desk.page('reports') });
}
