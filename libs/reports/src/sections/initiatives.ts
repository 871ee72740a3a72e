import { type FigureGroup } from '#read-models';
import { INITIATIVE_LEVELS, REGIONAL_GROUPS } from '#workstreams';
import { period } from '#event-sourcing';
import { dateText } from '#read-models';
import { computedNumber, FIGURE_COLUMNS, figureRow, inOrder, leftOpen, onRecord, publishedValues } from '../figures.js';
import { type Material, type OfKind, workstreamsOf } from '../material.js';
import type { GeneratedSection, ReportStatement, ReportTable } from '../model.js';
import { countOf, howMany, naming, row, says, statement } from '../says.js';
import { isIn, liesIn } from '../years.js';
import { publishedOf } from './coalitions.js';

type Initiative = OfKind<'igf-initiative'>;

const latestOf = (groups: readonly FigureGroup[], year: number): FigureGroup | undefined =>
  groups
    .filter(({ speaksOf }) => liesIn(speaksOf, year))
    .toSorted((a, b) => period(a.speaksOf).end - period(b.speaksOf).end || period(a.speaksOf).first - period(b.speaksOf).first)
    .at(-1);

/** From what to what the published numbers grew, since each of the two years before. */
function growth({ recognised, cycle }: Material): readonly ReportStatement[] {
  const now = latestOf(recognised, cycle);
  if (!now) return [statement('growth', [`How many initiatives were recognised in ${cycle} is not on record as published.`])];
  const before = [cycle - 1, cycle - 2].flatMap((year) => latestOf(recognised, year) ?? []);
  if (before.length === 0)
    return [
      statement(
        'growth',
        says`Published: ${publishedValues(now)} recognised initiatives, ${dateText(now.speaksOf)}. For the years before nothing is on record.`,
      ),
    ];
  return before.map((group) =>
    statement(
      `growth since ${group.speaksOf}`,
      says`As published, the recognised initiatives were ${publishedValues(group)} in ${dateText(group.speaksOf)} and ${publishedValues(now)} in ${dateText(now.speaksOf)}.`,
    ),
  );
}

/** Those of which it is sure that they were there by the end of the cycle. */
function thoseCounted(material: Material): readonly Initiative[] {
  const counted = new Set(material.counted('recognised NRIs')?.factIds);
  return workstreamsOf(material, 'igf-initiative').filter(({ registered }) => counted.has(registered.factId));
}

function inTheRecord(material: Material): ReportStatement {
  const computed = material.counted('recognised NRIs');
  if (!computed) return statement('on-record', ['How many initiatives there were cannot be told from the record.']);
  const many = howMany(computedNumber(computed), 'initiative');
  return statement(
    'on-record',
    says`The record itself has ${many} that surely existed by the end of ${String(material.cycle)}.${leftOpen(computed)}`,
  );
}

const UNKNOWN = 'not on record';

function breakdown(material: Material, of: 'level' | 'regionalGroup', caption: string, values: readonly string[]): ReportTable {
  const all = thoseCounted(material);
  const rows = [...values, UNKNOWN].flatMap((value) => {
    const those = all.filter((each) => (each[of] ?? UNKNOWN) === value).map(({ registered }) => registered.factId);
    return those.length === 0 ? [] : [row(value, [value, countOf(those, `Initiatives of the record: ${value}.`)])];
  });
  return { id: of, caption, columns: [of === 'level' ? 'Level' : 'Regional group', 'Initiatives on record'], rows };
}

function began(material: Material): ReportStatement {
  const isNew = isIn(material.cycle);
  const those = workstreamsOf(material, 'igf-initiative').filter(({ registered }) => isNew(registered));
  const rule = `Initiatives of the record that were founded, first held or recognised in ${material.cycle}, as their registrations say.`;
  const many = howMany(
    countOf(
      those.map(({ registered }) => registered.factId),
      rule,
    ),
    'initiative',
  );
  const names = naming(those.map(({ name }) => name));
  return statement('began', says`The record dates ${many} in ${String(material.cycle)}${names}.`);
}

function mainSession(material: Material): ReportStatement {
  const computed = material.counted('NRIs in the main session');
  const year = String(material.cycle);
  return statement(
    'main-session',
    says`Initiatives in the NRI main session of ${year}, on record by name: ${onRecord(computed)}.${publishedOf('NRIs in the main session', material)}`,
  );
}

/** The national, regional and youth IGFs, and how their network grew. */
export function initiatives(material: Material): GeneratedSection {
  const rows = inOrder(material.recognised).map(figureRow);
  const series = { id: 'recognised', caption: 'Recognised initiatives, as published and on record', columns: FIGURE_COLUMNS, rows };
  const tables = [
    series,
    breakdown(material, 'level', 'Initiatives on record by level', INITIATIVE_LEVELS),
    breakdown(material, 'regionalGroup', 'Initiatives on record by regional group', REGIONAL_GROUPS),
  ];
  return {
    statements: [...growth(material), inTheRecord(material), began(material), mainSession(material)],
    tables: tables.filter((table) => table.rows.length > 0),
  };
}
