import type { JSX } from 'preact';
import type { Moment, PartialDate } from '#event-sourcing';
import type { CallSummary } from '#read-models';
import type { Deadline } from '#workstreams';
import { dateText } from './dates.js';
import { at } from './moment.js';
import { titleOf } from './titles.js';
import { STANDINGS } from './standing.js';

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** The date that was named first, of this kind: a closing date may follow nothing but an inclusion date. */
function firstDate({ kind, original, extensions: [first] }: Deadline): PartialDate | undefined {
  return original ?? (first?.fromKind === kind ? (first.from ?? undefined) : undefined);
}

function DeadlineLine({ deadline, moment }: { deadline: Deadline; moment: Moment }): JSX.Element {
  const { kind, category, current, extensions } = deadline;
  const last = extensions.at(-1);
  const before = firstDate(deadline);
  return (
    <li>
      {kind === 'inclusion' ? 'For the next draft' : 'Closing date'}
      {category !== 'everyone' && ` for ${category}`}:{' '}
      {last && before && before !== current && (
        <>
          <s>
            <span class="hidden">moved from </span>
            {dateText(before)}
          </s>{' '}
        </>
      )}
      <strong>{dateText(current)}</strong>
      {last && (
        <span class="moved">
          {before ? `moved ${times(extensions.length)}` : 'named later'}
          {last.announcedBy && `, last by ${last.announcedBy}`} (<a href={at(`/facts/${last.factId}`, moment)}>source</a>)
        </span>
      )}
    </li>
  );
}

type Listed = Readonly<{ moment: Moment; within?: string }>;

function CallItem({ call, moment, within }: Listed & { call: CallSummary }): JSX.Element {
  const others = call.workstreams.filter(({ workstreamId }) => workstreamId !== within);
  return (
    <li>
      <div>
        <a href={at(`/calls/${call.callId}`, moment)}>{call.title}</a>
        <div class="small soft">{others.map(titleOf).join(', ')}</div>
      </div>
      <ul class="plain small">
        {call.deadlines.map((deadline) => (
          <DeadlineLine deadline={deadline} moment={moment} />
        ))}
        {call.stage !== 'closed' && call.deadlines.every(({ kind }) => kind !== 'closing') && <li>No closing date is on record</li>}
        <li class="soft">Opened {call.opened && dateText(call.opened.effective)}</li>
      </ul>
    </li>
  );
}

/** Calls by how they stand: what takes input now comes first. On the page of a workstream, that is `within`. */
export function CallItems({ calls, ...listed }: Listed & { calls: readonly CallSummary[] }): JSX.Element {
  const groups = STANDINGS.map((standing) => ({ ...standing, calls: calls.filter(({ stage }) => stage === standing.stage) }));
  return (
    <>
      {groups
        .filter((group) => group.calls.length > 0)
        .map((group) => (
          <section>
            <h3>
              <span class={`mark ${group.mark}`} aria-hidden="true" /> {group.heading} <span class="soft">({group.calls.length})</span>
            </h3>
            <ul class="calls">
              {group.calls.map((call) => (
                <CallItem call={call} {...listed} />
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}
