import type { FigureGroup } from '#read-models';
import { type MeasureId, measureOf } from '#workstreams';
import { dateText } from '#read-models';
import { onRecord, publishedText } from '../figures.js';
import { type Material, type OfKind } from '../material.js';
import type { GeneratedSection, ReportCell, ReportRow, ReportStatement } from '../model.js';
import { countOf, howMany, naming, row, says, statement } from '../says.js';
import { forumsOf } from './forums.js';

type Forum = OfKind<'best-practice-forum'>;

function forumsThat(id: string, those: readonly Forum[], rule: string, words: string): ReportStatement {
  const number = countOf(
    those.map(({ registered }) => registered.factId),
    rule,
  );
  const names = naming(those.map(({ name }) => name));
  return statement(id, says`The record shows ${howMany(number, 'Best Practice Forum')} ${words}${names}.`);
}

/** Forums that renew earlier ones, and those of which that is not on record: what is not on record may still have been. */
function topics(material: Material): readonly ReportStatement[] {
  const [now, before] = [forumsOf(material), forumsOf(material, material.cycle - 1)];
  const renewed = new Set(now.flatMap(({ renews }) => renews));
  const year = material.cycle;
  return [
    forumsThat(
      'new-topics',
      now.filter(({ renews }) => renews.length === 0),
      `Best Practice Forums of ${year} of which it is not on record that they renew one of an earlier cycle.`,
      'not on record as renewed from an earlier cycle',
    ),
    forumsThat(
      'renewed-topics',
      now.filter(({ renews }) => renews.length > 0),
      `Best Practice Forums of ${year} of which it is on record that they renew one of an earlier cycle.`,
      'renewed from an earlier cycle',
    ),
    forumsThat(
      'ended-topics',
      before.filter(({ workstreamId }) => !renewed.has(workstreamId)),
      `Best Practice Forums of ${year - 1} of which it is not on record that one of ${year} renews them.`,
      `of ${year - 1} not on record as renewed in ${year}`,
    ),
  ];
}

const COMPARED = [
  'recognised NRIs',
  'NRIs in the main session',
  'active DCs',
  'new DCs',
  'DCs in the joint main session',
  'BPFs',
  'CENB contributions',
] as const satisfies readonly MeasureId[];

/** What was published of one part or one date, where there are several. */
function labelled(group: FigureGroup, all: readonly FigureGroup[]): ReportCell {
  const { scope, speaksOf } = group;
  if (scope === null && all.length === 1) return publishedText(group);
  return says`${scope ?? dateText(speaksOf)}: ${publishedText(group)}`;
}

/** What was published, else what the record gives. */
function cellOf(measure: MeasureId, of: 'figures' | 'figuresBefore', material: Material): ReportCell {
  const groups = material[of].filter((group) => group.measure === measure);
  if (groups.length > 0) return groups.flatMap((group, index) => says`${index > 0 ? '. ' : ''}${labelled(group, groups)}`);
  const computed = material.counted(measure, of === 'figures' ? material.cycle : material.cycle - 1);
  return computed ? says`${onRecord(computed)} on record` : ['not on record'];
}

const comparison = (measure: MeasureId, material: Material): ReportRow =>
  row(measure, [measureOf(measure)!.title, cellOf(measure, 'figuresBefore', material), cellOf(measure, 'figures', material)]);

/** What is new in this cycle beside the one before. */
export function news(material: Material): GeneratedSection {
  const { cycle } = material;
  const rows = COMPARED.map((measure) => comparison(measure, material));
  const columns = ['What is counted', String(cycle - 1), String(cycle)];
  return { statements: topics(material), tables: [{ id: 'compared', caption: `${cycle} beside ${cycle - 1}`, columns, rows }] };
}
