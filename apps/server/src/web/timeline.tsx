import type { JSX } from 'preact';
import type { Moment } from '#event-sourcing';
import { type CallList, sentence, type StatusReport, type Timeline, type TimelineEntry } from '#read-models';
import { CallItems } from './calls.js';
import { dateText } from './dates.js';
import { at, MomentBar } from './moment.js';
import { Sources } from './sources.js';
import { titleOf } from './titles.js';
import { Verdicts } from './verdicts.js';

function Row({ entry, names, moment }: { entry: TimelineEntry; names: Timeline['names']; moment: Moment }): JSX.Element {
  const { data } = entry.fact;
  const text = sentence(entry, (id) => names[id] ?? '');
  return (
    <li>
      <time>{dateText(entry.effective)}</time>
      <div>
        <p>
          {'callId' in data ? <a href={at(`/calls/${data.callId}`, moment)}>{text}</a> : text}
          {entry.retracted && <strong> This correction has itself been retracted.</strong>}
        </p>
        {entry.note && <p class="small note">{entry.note}</p>}
        {entry.reason && <p class="small">Reason: {entry.reason}</p>}
        <p class="small soft">
          <a href={at(`/facts/${entry.factId}`, moment)}>Recorded {dateText(entry.recordedAt)}</a> by {entry.actor}, via {entry.via}.
          {entry.amendedBy.length > 0 && ' Corrected since.'} <Sources sources={entry.sources} />
        </p>
      </div>
    </li>
  );
}

/** `report` is left out where it was not sure to be there yet. */
type Shown = Readonly<{ timeline: Timeline; calls: CallList; report: StatusReport | undefined; moment: Moment }>;

/** One workstream: how it stands, what it calls for, and what happened in it, in order. */
export function WorkstreamPage({ timeline, calls, report, moment }: Shown): JSX.Element {
  const { workstream, entries, names, total } = timeline;
  const path = `/workstreams/${workstream.workstreamId}`;
  return (
    <>
      <h1>{titleOf(workstream)}</h1>
      <MomentBar path={path} moment={moment} />
      {report && <Verdicts report={report} moment={moment} />}
      {calls.total > 0 && <h2>Calls for input</h2>}
      <CallItems calls={calls.calls} moment={moment} within={workstream.workstreamId} />
      <h2>
        Timeline <span class="soft">({total})</span>
      </h2>
      {entries.length < total && <p>The first {entries.length} are shown.</p>}
      {total === 0 && <p>Nothing is sure to have happened by then.</p>}
      <ol class="timeline">
        {entries.map((entry) => (
          <Row entry={entry} names={names} moment={moment} />
        ))}
      </ol>
      <p class="small">
        <a href={at(`/v1${path}/timeline`, moment)}>The same as JSON</a>
      </p>
    </>
  );
}
