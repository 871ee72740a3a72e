import type { JSX } from 'preact';
import type { Moment } from '#event-sourcing';
import type { CallView, Count } from '#read-models';
import { dateText } from './dates.js';
import { at } from './moment.js';

type Shown = Readonly<{ call: CallView; moment: Moment }>;

function Groups({ title, counts }: { title: string; counts: Readonly<Record<string, Count>> }): JSX.Element {
  return (
    <table class="groups">
      <caption>{title}</caption>
      <tbody>
        {Object.entries(counts).map(([group, { count }]) => (
          <tr class={count === 0 ? 'soft' : undefined}>
            <th scope="row">{group}</th>
            <td class="number">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Received({ call: { contributions, counts }, moment }: Shown): JSX.Element {
  const why = new Map(counts.notCounted.map(({ factId, why }) => [factId, why]));
  return (
    <details>
      <summary>All {contributions.length} that are on record</summary>
      <ul>
        {contributions.map(({ kind, title, organisation, contributor, received }) => (
          <li>
            <a href={at(`/facts/${received.factId}`, moment)}>{title ?? kind}</a>{' '}
            <span class="soft">{[kind, contributor, organisation, dateText(received.effective)].filter(Boolean).join(', ')}</span>
            {why.has(received.factId) && <em> Not counted: {why.get(received.factId)}.</em>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Counted({ call, moment }: Shown): JSX.Element {
  const { total, notCounted, rule, byStakeholderGroup, byRegionalGroup } = call.counts;
  if (call.contributions.length === 0) return <p class="soft">No single contribution is on record.</p>;
  return (
    <>
      <p>
        On record here: <strong>{total.count}</strong> counted, {notCounted.length} not counted. <span class="soft">{rule}</span>
      </p>
      <div class="side">
        <Groups title="By stakeholder group" counts={byStakeholderGroup} />
        <Groups title="By regional group" counts={byRegionalGroup} />
      </div>
      <Received call={call} moment={moment} />
    </>
  );
}

function Stated({ call, moment }: Shown): JSX.Element | null {
  if (call.counted.length === 0) return null;
  return (
    <>
      <p>Numbers that others have stated, as they printed them:</p>
      <ul>
        {call.counted.map(({ quantity, contributors, covers, includesOtherCalls, effective, factId }) => (
          <li>
            <strong>{quantity.printed}</strong> contributions{contributors && ` from ${contributors.printed} contributors`}
            {covers && `, ${covers}`}
            {includesOtherCalls && ' (other calls included)'}, <a href={at(`/facts/${factId}`, moment)}>{dateText(effective)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What came in: what others say of it, and what is on record here. */
export function Contributions({ call, moment }: Shown): JSX.Element {
  return (
    <>
      <h2>Contributions</h2>
      <Stated call={call} moment={moment} />
      <Counted call={call} moment={moment} />
    </>
  );
}
