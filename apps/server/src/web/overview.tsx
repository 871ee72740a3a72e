import type { JSX } from 'preact';
import type { Moment } from '#event-sourcing';
import type { CallList, WorkstreamList, WorkstreamView } from '#read-models';
import { WORKSTREAM_KINDS, type WorkstreamKind } from '#workstreams';
import { CallItems } from './calls.js';
import { at, MomentBar } from './moment.js';

const HEADINGS: Readonly<Record<WorkstreamKind, string>> = {
  'best-practice-forum': 'Best Practice Forums',
  'dynamic-coalition': 'Dynamic Coalitions',
  'cenb-phase': 'Connecting and Enabling the Next Billion(s)',
  'igf-initiative': 'National, regional and youth IGF initiatives',
  'policy-network': 'Policy Networks',
  'coordination-group': 'Coordination groups',
  'working-group': 'Working groups of the MAG',
  body: 'Bodies and gatherings around the work',
  cycle: 'Preparatory cycles',
};

/** Forums of several years have the same name; others have their year in it. */
const cycleOf = (workstream: WorkstreamView): string => (workstream.kind === 'best-practice-forum' ? ` ${workstream.cycle}` : '');

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

/** What there is: every workstream and every call, as of a moment. */
export function Overview({ list, calls, moment }: { list: WorkstreamList; calls: CallList; moment: Moment }): JSX.Element {
  return (
    <>
      <h1>The intersessional work of the Internet Governance Forum</h1>
      <p class="lead">
        What Best Practice Forums, Dynamic Coalitions, IGF initiatives and policy networks do between the annual meetings: what they ask
        for, by when, which dates moved, and who says so.
      </p>
      <MomentBar path="/" moment={moment} />
      {list.total === 0 && <p>Nothing is on record for this moment.</p>}
      {calls.total > 0 && (
        <h2>
          Calls for input <span class="soft">({calls.total})</span>
        </h2>
      )}
      {calls.calls.length < calls.total && <p>The latest {calls.calls.length} of these calls are shown.</p>}
      <CallItems calls={calls.calls} moment={moment} />
      {list.workstreams.length < list.total && (
        <p>
          The first {list.workstreams.length} of {list.total} workstreams are shown.
        </p>
      )}
      {WORKSTREAM_KINDS.map((kind) => (
        <Kind kind={kind} workstreams={list.workstreams.filter((each) => each.kind === kind)} moment={moment} />
      ))}
    </>
  );
}
