import {
  Document,
  type FileChild,
  HeadingLevel,
  type IRunOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { period } from '#event-sourcing';
import type { YearlyReport } from '../model.js';
import {
  exclusions,
  type Note,
  numbered,
  type NumberedReport,
  type NumberedSection,
  type NumberedTable,
  type NumberedText,
  paragraphs,
  PREAMBLE,
  sourceText,
  writtenBy,
} from './numbered.js';

const CREATOR = 'IGF Intersessional Work Tracker';

const runs = (text: NumberedText): readonly TextRun[] =>
  text.flatMap(({ text: words, note }) => [
    ...(words === '' ? [] : [new TextRun(words)]),
    ...(note === null ? [] : [new TextRun({ text: `[${note}]`, superScript: true })]),
  ]);

const paragraph = (text: NumberedText): Paragraph => new Paragraph({ children: runs(text), spacing: { after: 120 } });

const plain = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)], spacing: { after: 120 } });

const strong = (text: string): IRunOptions => ({ text, bold: true });

const slanted = (text: string, italics: boolean): IRunOptions => ({ text, italics });

const headingCell = (text: string): TableCell => new TableCell({ children: [new Paragraph({ children: [new TextRun(strong(text))] })] });

const tableOf = ({ caption, columns, rows }: NumberedTable): readonly FileChild[] => [
  new Paragraph({ children: [new TextRun(strong(caption))], keepNext: true, spacing: { before: 240, after: 60 } }),
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: columns.map(headingCell) }),
      ...rows.map((cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [paragraph(cell)] })) })),
    ],
  }),
];

/** Indented, shaded and signed, so that nobody takes it for what was made from the record. */
const proseOf = (written: NumberedSection['prose'][number]): readonly Paragraph[] =>
  [writtenBy(written), ...paragraphs(written)].map(
    (text, index) =>
      new Paragraph({
        children: [new TextRun(slanted(text, index === 0))],
        indent: { left: 400 },
        shading: { fill: 'EEF3FA' },
        spacing: { after: 120 },
      }),
  );

const sectionOf = ({ title, prose, statements, tables }: NumberedSection): readonly FileChild[] => [
  new Paragraph({ text: title, heading: HeadingLevel.HEADING_2 }),
  ...prose.flatMap(proseOf),
  ...statements.map(paragraph),
  ...tables.flatMap(tableOf),
];

/** Facts by their ids: a file that is passed on does not know where its tracker is. */
function noteOf(note: Note): Paragraph {
  const left = exclusions(note).map(({ why, factIds }) => `Not counted, ${why}: ${factIds.join(', ')}.`);
  const from = note.sources.length === 0 ? [] : [`Source: ${note.sources.map(sourceText).join('; ')}.`];
  const facts = note.factIds.length === 0 ? 'No fact.' : `Facts: ${note.factIds.join(', ')}.`;
  const words = [note.rule, facts, ...left, ...from].filter((each) => each !== '').join(' ');
  return new Paragraph({
    children: [new TextRun({ text: `[${note.number}] `, superScript: true }), new TextRun({ text: words, size: 18 })],
  });
}

const documentOf = ({ title, about, sections, notes }: NumberedReport): Document =>
  new Document({
    title,
    creator: CREATOR,
    lastModifiedBy: CREATOR,
    numbering: {
      config: [{ reference: 'about', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•' }] }],
    },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
          plain(PREAMBLE),
          ...about.map(
            ([name, value]) => new Paragraph({ children: [new TextRun(`${name}: ${value}`)], numbering: { reference: 'about', level: 0 } }),
          ),
          ...sections.flatMap(sectionOf),
          new Paragraph({ text: 'Notes', heading: HeadingLevel.HEADING_2 }),
          ...notes.map(noteOf),
        ],
      },
    ],
  });

const PROPERTIES = 'docProps/core.xml';

/** What a file of its format can bear as the earliest date, in whatever time zone it is written. */
const SOME_DAY = new Date(1980, 0, 1);

/** The same file on any day: when it was written is put to the day of the report, and in the archive to one fixed day. */
function undated(bytes: Uint8Array, written: string): Uint8Array {
  const files = unzipSync(bytes);
  const properties = strFromU8(files[PROPERTIES]!).replaceAll(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${written}`);
  const fixed: Zippable = { ...files, [PROPERTIES]: strToU8(properties) };
  return zipSync(fixed, { mtime: SOME_DAY, level: 6 });
}

/** A report as a Word document (Office Open XML). */
export async function docx(report: YearlyReport): Promise<Uint8Array> {
  const written = new Date(period(report.pin.asOf).first).toISOString();
  return undated(await Packer.toBuffer(documentOf(numbered(report))), written);
}
