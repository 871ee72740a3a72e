import type { JSX } from 'preact';
import type { SourceReference } from '#event-sourcing';

const LONGEST = 60;

/** An address as people can tell it from others: without what all have in common, and without its middle when it is long. */
export function addressText(url: string): string {
  const text = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  if (text.length <= LONGEST) return text;
  const host = text.slice(0, Math.min(text.search(/[/?#]|$/), LONGEST / 2));
  return `${host}/…${text.slice(host.length - LONGEST)}`;
}

function SourceText({ source: { document, url, locator } }: { source: SourceReference }): JSX.Element {
  return (
    <>
      {url ? <a href={url}>{document ?? addressText(url)}</a> : document}
      {locator && `, ${locator}`}
    </>
  );
}

/** Where a fact comes from. */
export function Sources({ sources }: { sources: readonly SourceReference[] }): JSX.Element | null {
  if (sources.length === 0) return null;
  return (
    <>
      Source:{' '}
      {sources.map((source, index) => (
        <>
          {index > 0 && '; '}
          <SourceText source={source} />
        </>
      ))}
    </>
  );
}
