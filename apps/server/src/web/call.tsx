import type { JSX } from 'preact';
import type { Moment } from '#event-sourcing';
import type { CallView } from '#read-models';
import type { Deadline } from '#workstreams';
import { Contributions } from './contributions.js';
import { dateText } from './dates.js';
import { at, MomentBar } from './moment.js';
import { addressText } from './sources.js';
import { markOf } from './standing.js';
import { titleOf } from './titles.js';
import { Reasons } from './verdicts.js';

type Shown = Readonly<{ call: CallView; moment: Moment }>;

function DeadlineRow({ deadline, moment }: { deadline: Deadline; moment: Moment }): JSX.Element {
  const { kind, category, original, current, extensions } = deadline;
  return (
    <tr>
      <th scope="row">
        {kind === 'inclusion' ? 'Inclusion date' : 'Closing date'}
        {category !== 'everyone' && ` for ${category}`}
      </th>
      <td data-label="First named">{original ? dateText(original) : <span class="soft">none</span>}</td>
      <td data-label="Moved">
        {extensions.length === 0 && <span class="soft">never moved</span>}
        {extensions.map(({ from, fromKind, to, effective, announcedBy, announcedIn, reason, factId }) => (
          <div>
            {from && `${dateText(from)}${fromKind === kind ? '' : ` (${fromKind} date)`} → `}
            {dateText(to)}
            <div class="small">
              <a href={at(`/facts/${factId}`, moment)}>
                Announced {[dateText(effective), announcedBy, announcedIn].filter(Boolean).join(', ')}
              </a>
              {reason && ` ${reason}`}
            </div>
          </div>
        ))}
      </td>
      <td data-label="Holds">
        <strong>{dateText(current)}</strong>
      </td>
    </tr>
  );
}

function Deadlines({ call, moment }: Shown): JSX.Element {
  if (call.deadlines.length === 0) return <p class="soft">No deadline is known.</p>;
  return (
    <table class="stack">
      <caption>What arrives by the inclusion date goes into the next draft; what arrives by the closing date is still taken.</caption>
      <thead>
        <tr>
          {['Deadline', 'First named', 'Moved', 'Holds'].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {call.deadlines.map((deadline) => (
          <DeadlineRow deadline={deadline} moment={moment} />
        ))}
      </tbody>
    </table>
  );
}

/** What the call asks, of whom, and where answers go. */
function Asked({ call: { questions, audience, channels, page } }: Pick<Shown, 'call'>): JSX.Element | null {
  if (questions.length + audience.length + channels.length === 0 && page === null) return null;
  return (
    <>
      <h2>What it asks</h2>
      <ul>
        {questions.map((question) => (
          <li>{question}</li>
        ))}
      </ul>
      <dl>
        {audience.length > 0 && <dt>Asked of</dt>}
        {audience.length > 0 && <dd>{audience.join(', ')}</dd>}
        {channels.length > 0 && <dt>Answers go to</dt>}
        {channels.map(({ kind, address }) => (
          <dd>{address ? `${kind}: ${address}` : kind}</dd>
        ))}
        {page !== null && <dt>Its page</dt>}
        {page !== null && (
          <dd>
            <a href={page}>{addressText(page)}</a>
          </dd>
        )}
      </dl>
    </>
  );
}

/** One call with every deadline that it had and all that is known of what came in. */
export function CallPage({ call, moment }: Shown): JSX.Element {
  const path = `/calls/${call.callId}`;
  return (
    <>
      <h1>{call.title}</h1>
      <p>
        A call of{' '}
        {call.workstreams.map((workstream, index) => (
          <>
            {index > 0 && ', '}
            <a href={at(`/workstreams/${workstream.workstreamId}`, moment)}>{titleOf(workstream)}</a>
          </>
        ))}
        . {call.opened && <a href={at(`/facts/${call.opened.factId}`, moment)}>Opened {dateText(call.opened.effective)}</a>}. It is{' '}
        <strong class={markOf(call.stage)}>{call.stage}</strong>: <Reasons reasons={call.verdict.reasons} moment={moment} />
      </p>
      <MomentBar path={path} moment={moment} />
      <h2>Deadlines</h2>
      <Deadlines call={call} moment={moment} />
      <Asked call={call} />
      <Contributions call={call} moment={moment} />
      <p class="small">
        <a href={at(`/v1${path}`, moment)}>The same as JSON</a>
      </p>
    </>
  );
}
