import type { ComponentChildren, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Moment } from '#event-sourcing';
import { at } from './moment.js';
import { STYLES } from './styles.js';

type Props = Readonly<{ title: string; moment: Moment; children: ComponentChildren }>;

function Page({ title, moment, children }: Props): JSX.Element {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – IGF Intersessional Work Tracker`}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLES }} />
      </head>
      <body>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <header>
          <a href={at('/', moment)}>IGF Intersessional Work Tracker</a>
          <nav aria-label="Site">
            <a href={at('/', moment)}>Overview</a> <a href="/api">API</a>
          </nav>
        </header>
        <main id="content">{children}</main>
        <footer>Every statement is a recorded fact with its date, its source and the day on which it was entered.</footer>
      </body>
    </html>
  );
}

/** A whole page as text, of which the links keep the moment that it shows. Everything in it is escaped. */
export const page = (title: string, content: JSX.Element, moment: Moment = {}): string =>
  `<!doctype html>${renderToString(
    <Page title={title} moment={moment}>
      {content}
    </Page>,
  )}`;
