import type { JSX } from 'preact';
import type { Moment } from '#event-sourcing';
import type { CallList, CallView, WorkstreamList, WorkstreamView } from '#read-models';
import { WORKSTREAM_KINDS, type WorkstreamKind } from '#workstreams';
import { dateText } from './dates.js';
import { at, MomentBar } from './moment.js';

const HEADINGS: Readonly<Record<WorkstreamKind, string>> = {
  'best-practice-forum': 'Best Practice Forums',
  'dynamic-coalition': 'Dynamic Coalitions',
  'cenb-phase': 'Connecting and Enabling the Next Billion(s)',
  'igf-initiative': 'National, regional and youth IGF initiatives',
  'policy-network': 'Policy Networks',
};

export const cycleOf = (workstream: WorkstreamView): string => ('cycle' in workstream ? ` ${workstream.cycle}` : '');

function Kind({
  kind,
  workstreams,
  moment,
}: {
  kind: WorkstreamKind;
  workstreams: readonly WorkstreamView[];
  moment: Moment;
}): JSX.Element | null {
  if (workstreams.length === 0) return null;
  return (
    <section>
      <h2>
        {HEADINGS[kind]} <span class="soft">({workstreams.length})</span>
      </h2>
      <ul class="plain">
        {workstreams.map((workstream) => (
          <li>
            <a href={at(`/workstreams/${workstream.workstreamId}`, moment)}>{workstream.name}</a>
            <span class="soft">{cycleOf(workstream)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const deadlinesText = ({ deadlines }: CallView): string =>
  deadlines
    .map(({ kind, category, current, extensions }) => {
      const whose = category === 'everyone' ? '' : ` for ${category}`;
      const moved = extensions.length === 0 ? '' : extensions.length === 1 ? ', extended once' : `, extended ${extensions.length} times`;
      return `${kind === 'inclusion' ? 'for the next draft' : 'closing'}${whose} ${dateText(current)}${moved}`;
    })
    .join('; ');

function Calls({ calls, moment }: { calls: CallList; moment: Moment }): JSX.Element {
  return (
    <section>
      <h2>
        Calls for input <span class="soft">({calls.total})</span>
      </h2>
      <div class="wide">
        <table>
          <caption>The latest first. A call is open until its closing is on record.</caption>
          <thead>
            <tr>
              <th scope="col">Call</th>
              <th scope="col">Of</th>
              <th scope="col">Opened</th>
              <th scope="col">Deadlines</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {calls.calls.map((call) => (
              <tr>
                <td>
                  <a href={at(`/calls/${call.callId}`, moment)}>{call.title}</a>
                </td>
                <td>{call.workstreams.map(({ name }) => name).join(', ')}</td>
                <td>{call.opened && dateText(call.opened.effective)}</td>
                <td>{deadlinesText(call) || <span class="soft">none known</span>}</td>
                <td class={call.status}>{call.status}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What there is: every workstream and every call, as of a moment. */
export function Overview({ list, calls, moment }: { list: WorkstreamList; calls: CallList; moment: Moment }): JSX.Element {
  return (
    <>
      <h1>The intersessional work of the Internet Governance Forum</h1>
      <MomentBar path="/" moment={moment} />
      {list.total === 0 && <p>Nothing is on record for this moment.</p>}
      {calls.total > 0 && <Calls calls={calls} moment={moment} />}
      {WORKSTREAM_KINDS.map((kind) => (
        <Kind kind={kind} workstreams={list.workstreams.filter((each) => each.kind === kind)} moment={moment} />
      ))}
    </>
  );
}
