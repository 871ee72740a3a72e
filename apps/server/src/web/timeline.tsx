import type { JSX } from 'preact';
import type { Moment, SourceReference } from '#event-sourcing';
import type { Timeline, TimelineEntry } from '#read-models';
import { dateText } from './dates.js';
import { at, MomentBar } from './moment.js';
import { sentence } from './sentences.js';

function Sources({ sources }: { sources: readonly SourceReference[] }): JSX.Element | null {
  if (sources.length === 0) return null;
  const shown = sources.map(({ document, url }) => (url ? <a href={url}>{document ?? new URL(url).hostname}</a> : <span>{document}</span>));
  return <> Source: {shown.map((source, index) => (index === 0 ? source : <>, {source}</>))}.</>;
}

function Row({ entry, callTitle, moment }: { entry: TimelineEntry; callTitle: string; moment: Moment }): JSX.Element {
  const text = sentence(entry, callTitle);
  return (
    <li>
      <time>{dateText(entry.effective)}</time>
      <div>
        <p>
          {'callId' in entry ? <a href={at(`/calls/${entry.callId}`, moment)}>{text}</a> : text}
          {entry.retracted && <strong> This correction has itself been retracted.</strong>}
        </p>
        {entry.note && <p class="small">{entry.note}</p>}
        {entry.reason && <p class="small">Reason: {entry.reason}</p>}
        <p class="small soft">
          <a href={`/v1/facts/${entry.factId}`}>Recorded {dateText(entry.recordedAt)}</a> by {entry.actor}, via {entry.via}.
          {entry.amendedBy.length > 0 && ' Corrected since.'}
          <Sources sources={entry.sources} />
        </p>
      </div>
    </li>
  );
}

/** What happened in one workstream, in order. */
export function WorkstreamPage({ timeline, moment }: { timeline: Timeline; moment: Moment }): JSX.Element {
  const { workstream, entries, calls, total } = timeline;
  const path = `/workstreams/${workstream.workstreamId}`;
  return (
    <>
      <h1>{workstream.name}</h1>
      <MomentBar path={path} moment={moment} />
      <h2>
        Timeline <span class="soft">({total})</span>
      </h2>
      {total === 0 && <p>Nothing is sure to have happened by then.</p>}
      <ol class="timeline">
        {entries.map((entry) => (
          <Row entry={entry} callTitle={'callId' in entry ? (calls[entry.callId] ?? '') : ''} moment={moment} />
        ))}
      </ol>
      <p class="small">
        <a href={at(`/v1${path}/timeline`, moment)}>The same as JSON</a>
      </p>
    </>
  );
}
