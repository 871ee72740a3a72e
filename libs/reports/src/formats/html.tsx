import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
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

/** Readable at once on any width, in light and dark, and on paper. */
const STYLES = `
:root { color-scheme: light dark; --line: #8a8f98; --soft: #566270; --written: #eef3fa; }
@media (prefers-color-scheme: dark) { :root { --soft: #a9b0b8; --written: #1d2632; } }
body { margin: 0 auto; max-width: 56rem; padding: 0 1rem 3rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { line-height: 1.25; } h2 { margin-top: 2.5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.25rem; } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: 1.25rem 0; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { white-space: nowrap; } tbody th { font-weight: 400; }
sup { line-height: 0; }
aside { background: var(--written); border-left: .25rem solid var(--line); margin: 1rem 0; padding: .5rem 1rem; }
.about, .notes { font-size: .875rem; } .by { color: var(--soft); margin: 0; }
.wide { overflow-x: auto; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; }
@media print { body { max-width: none; } tr, aside { break-inside: avoid; } h2 { break-after: avoid; } .skip, nav { display: none; } }
`;

const Text = ({ text }: { text: NumberedText }): JSX.Element => (
  <>
    {text.map(({ text: words, note }) => (
      <>
        {words}
        {note !== null && (
          <sup>
            <a href={`#note-${note}`} aria-label={`Note ${note}`}>
              {note}
            </a>
          </sup>
        )}
      </>
    ))}
  </>
);

const Table = ({ table: { caption, columns, rows } }: { table: NumberedTable }): JSX.Element => (
  <div class="wide" tabIndex={0} role="region" aria-label={caption}>
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first = [], ...others]) => (
          <tr>
            <th scope="row">
              <Text text={first} />
            </th>
            {others.map((cell) => (
              <td>
                <Text text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Section = ({ section: { id, title, statements, tables, prose } }: { section: NumberedSection }): JSX.Element => (
  <section id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {prose.map((written) => (
      <aside lang={written.language} aria-label={writtenBy(written)}>
        <p class="by">
          {writtenBy(written)} (<a href={`/facts/${written.factId}`}>the fact that says so</a>)
        </p>
        {paragraphs(written).map((each) => (
          <p>{each}</p>
        ))}
      </aside>
    ))}
    {statements.map((text) => (
      <p>
        <Text text={text} />
      </p>
    ))}
    {tables.map((table) => (
      <Table table={table} />
    ))}
  </section>
);

const Facts = ({ ids }: { ids: readonly string[] }): JSX.Element => (
  <>
    {ids.map((id, index) => (
      <>
        {index > 0 && ' '}
        <a href={`/facts/${id}`} aria-label={`Fact ${index + 1}`}>
          {index + 1}
        </a>
      </>
    ))}
  </>
);

const NoteItem = ({ note }: { note: Note }): JSX.Element => (
  <li id={`note-${note.number}`} value={note.number}>
    {note.rule}{' '}
    {note.factIds.length === 0 ? (
      'No fact.'
    ) : (
      <>
        Facts: <Facts ids={note.factIds} />.
      </>
    )}
    {exclusions(note).map(({ why, factIds }) => (
      <>
        {' '}
        Not counted, {why}: <Facts ids={factIds} />.
      </>
    ))}
    {note.sources.length > 0 && ` Source: ${note.sources.map(sourceText).join('; ')}.`}
  </li>
);

function Page({ title, about, sections, notes }: NumberedReport): JSX.Element {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLES }} />
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <header>
          <h1>{title}</h1>
          <p>{PREAMBLE}</p>
          <dl class="about">
            {about.map(([name, value]) => (
              <>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </>
            ))}
          </dl>
        </header>
        <nav aria-label="Sections">
          <ul>
            {sections.map(({ id, title: name }) => (
              <li>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
        <main id="content">
          {sections.map((section) => (
            <Section section={section} />
          ))}
          <section class="notes" aria-labelledby="notes-title">
            <h2 id="notes-title">Notes</h2>
            <ol>
              {notes.map((note) => (
                <NoteItem note={note} />
              ))}
            </ol>
          </section>
        </main>
      </body>
    </html>
  );
}

/** A report as a page of its own: no script, no other file, printable. */
export const html = (report: YearlyReport): string => `<!doctype html>${renderToString(<Page {...numbered(report)} />)}\n`;
