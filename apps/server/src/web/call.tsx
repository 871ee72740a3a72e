import type { JSX } from 'preact';
import type { Moment } from '#event-sourcing';
import type { CallView, ContributionCounts, Count } from '#read-models';
import type { Deadline } from '#workstreams';
import { dateText } from './dates.js';
import { at, MomentBar } from './moment.js';

function DeadlineRow({ deadline }: { deadline: Deadline }): JSX.Element {
  const { kind, category, original, current, extensions } = deadline;
  return (
    <tr>
      <th scope="row">
        {kind === 'inclusion' ? 'Inclusion date' : 'Closing date'}
        {category !== 'everyone' && ` for ${category}`}
      </th>
      <td>{original ? dateText(original) : <span class="soft">none</span>}</td>
      <td>
        {extensions.length === 0 && <span class="soft">never moved</span>}
        {extensions.map(({ from, to, effective, announcedBy, announcedIn, factId }) => (
          <div>
            {from && `${dateText(from)} → `}
            {dateText(to)}{' '}
            <a href={`/v1/facts/${factId}`}>({[dateText(effective), announcedBy, announcedIn].filter(Boolean).join(', ')})</a>
          </div>
        ))}
      </td>
      <td>{dateText(current)}</td>
    </tr>
  );
}

function Groups({ title, counts }: { title: string; counts: Readonly<Record<string, Count>> }): JSX.Element {
  return (
    <table>
      <caption>{title}</caption>
      <tbody>
        {Object.entries(counts).map(([group, { count }]) => (
          <tr>
            <th scope="row">{group}</th>
            <td class="number">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Contributions({ counts }: { counts: ContributionCounts }): JSX.Element {
  const { total, notCounted, rule } = counts;
  if (total.count + notCounted.length === 0) return <p class="soft">No single contribution is on record.</p>;
  return (
    <>
      <p>
        {total.count} counted, {notCounted.length} not. <span class="soft">{rule}</span>
      </p>
      <Groups title="By stakeholder group" counts={counts.byStakeholderGroup} />
      <Groups title="By regional group" counts={counts.byRegionalGroup} />
    </>
  );
}

function Stated({ call }: { call: CallView }): JSX.Element | null {
  if (call.counted.length === 0) return null;
  return (
    <ul>
      {call.counted.map(({ quantity, contributors, covers, includesOtherCalls, effective, factId }) => (
        <li>
          <strong>{quantity.printed}</strong> contributions{contributors && ` from ${contributors.printed} contributors`}
          {covers && `, ${covers}`}
          {includesOtherCalls && ' (other calls included)'} <a href={`/v1/facts/${factId}`}>({dateText(effective)})</a>
        </li>
      ))}
    </ul>
  );
}

/** One call with every deadline that it had and all that is known of what came in. */
export function CallPage({ call, moment }: { call: CallView; moment: Moment }): JSX.Element {
  const path = `/calls/${call.callId}`;
  return (
    <>
      <h1>{call.title}</h1>
      <p>
        Of{' '}
        {call.workstreams.map(({ workstreamId, name }, index) => (
          <>
            {index > 0 && ', '}
            <a href={at(`/workstreams/${workstreamId}`, moment)}>{name}</a>
          </>
        ))}
        . Opened {call.opened && dateText(call.opened.effective)}. It is <span class={call.status}>{call.status}</span>.
      </p>
      <MomentBar path={path} moment={moment} />
      <h2>Deadlines</h2>
      {call.deadlines.length === 0 ? (
        <p class="soft">No deadline is known.</p>
      ) : (
        <div class="wide">
          <table>
            <thead>
              <tr>
                <th scope="col">Deadline</th>
                <th scope="col">First named</th>
                <th scope="col">Moved</th>
                <th scope="col">Holds now</th>
              </tr>
            </thead>
            <tbody>
              {call.deadlines.map((deadline) => (
                <DeadlineRow deadline={deadline} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h2>Contributions</h2>
      <Stated call={call} />
      <Contributions counts={call.counts} />
      <p class="small">
        <a href={at(`/v1${path}`, moment)}>The same as JSON</a>
      </p>
    </>
  );
}
