import type { YearlyReport } from '../model.js';
import {
  exclusions,
  type Note,
  numbered,
  type NumberedSection,
  type NumberedTable,
  type NumberedText,
  paragraphs,
  PREAMBLE,
  sourceText,
  writtenBy,
} from './numbered.js';

const escaped = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>|#~]/g, String.raw`\$&`).replaceAll('\n', ' ');

const textOf = (text: NumberedText): string =>
  text.map((part) => escaped(part.text) + (part.note === null ? '' : `[^${part.note}]`)).join('');

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const tableOf = ({ caption, columns, rows }: NumberedTable): readonly string[] => [
  `**${escaped(caption)}**`,
  [line(columns.map(escaped)), line(columns.map(() => '---')), ...rows.map((cells) => line(cells.map(textOf)))].join('\n'),
];

/** Quoted, so that nobody takes it for what was made from the record. */
const proseOf = (written: NumberedSection['prose'][number]): string =>
  [`*${escaped(writtenBy(written))}:*`, ...paragraphs(written).map(escaped)].map((each) => `> ${each}`).join('\n>\n');

const sectionOf = ({ title, statements, tables, prose }: NumberedSection): readonly string[] => [
  `## ${escaped(title)}`,
  ...prose.map(proseOf),
  ...statements.map(textOf),
  ...tables.flatMap(tableOf),
];

const links = (factIds: readonly string[]): string => factIds.map((id, index) => `[${index + 1}](/facts/${id})`).join(' ');

function noteOf(note: Note): string {
  const { number, rule, factIds, sources } = note;
  const facts = factIds.length === 0 ? 'No fact.' : `Facts: ${links(factIds)}.`;
  const left = exclusions(note).map(({ why, factIds: ids }) => `Not counted, ${escaped(why)}: ${links(ids)}.`);
  const from = sources.length === 0 ? [] : [`Source: ${sources.map((each) => escaped(sourceText(each))).join('; ')}.`];
  return `[^${number}]: ${[...(rule === '' ? [] : [escaped(rule)]), facts, ...left, ...from].join(' ')}`;
}

/** A report as Markdown, with its notes as footnotes. */
export function markdown(report: YearlyReport): string {
  const { title, about, sections, notes } = numbered(report);
  const blocks = [
    `# ${escaped(title)}`,
    escaped(PREAMBLE),
    about.map(([name, value]) => `- ${escaped(name)}: ${escaped(value)}`).join('\n'),
    ...sections.flatMap(sectionOf),
    '## Notes',
    ...notes.map(noteOf),
  ];
  return `${blocks.join('\n\n')}\n`;
}
