import type { JSX } from 'preact';
import type { Moment } from '#event-sourcing';
import type { FactHistory, FactView } from '#read-models';
import { dateText } from './dates.js';
import { at } from './moment.js';
import { Sources } from './sources.js';

/** `DeadlineExtended` as people read it. */
export const kindText = (type: string): string => {
  const words = type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

const valueText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Which stream it is in, and of which workstreams: the link to it says that to people. */
const PLACES: ReadonlySet<string> = new Set(['callId', 'workstreamId', 'workstreamIds']);

function Fields({ data, moment }: { data: object; moment: Moment }): JSX.Element {
  const fields = Object.entries(data as Readonly<Record<string, unknown>>).filter(([name]) => !PLACES.has(name));
  return (
    <dl>
      {fields.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{name === 'corrects' ? <a href={at(`/facts/${String(value)}`, moment)}>the fact that it corrects</a> : valueText(value)}</dd>
        </>
      ))}
    </dl>
  );
}

function WhoSaysSo({ fact: { metadata, recordedAt, effective } }: { fact: FactView }): JSX.Element {
  const { actor, onBehalfOf, via, sources = [], reason, note } = metadata;
  return (
    <>
      <p>
        It happened: <strong>{dateText(effective)}</strong>. Recorded {dateText(recordedAt)} by <strong>{actor}</strong>
        {onBehalfOf && ` on behalf of ${onBehalfOf}`}, via {via}.
      </p>
      <p>{sources.length === 0 ? <span class="soft">No source is named.</span> : <Sources sources={sources} />}</p>
      {reason && <p>Reason: {reason}</p>}
      {note && <p>{note}</p>}
    </>
  );
}

/** Where what a stream is about is shown: on a page, or as JSON where it has none. */
const FOLDERS: Readonly<Record<string, string>> = {
  workstream: '/workstreams',
  call: '/calls',
  series: '/v1/series',
  meeting: '/v1/meetings',
  paper: '/v1/papers',
  figure: '/v1/figures',
  person: '/v1/people',
};

function Place({ fact: { stream }, moment }: { fact: FactView; moment: Moment }): JSX.Element {
  const [category = ''] = stream.split('-');
  const folder = FOLDERS[category];
  if (folder === undefined) return <>Of a {category}.</>;
  return <a href={at(`${folder}/${stream.slice(category.length + 1)}`, moment)}>The {category} that it is about</a>;
}

type Shown = Readonly<{ history: FactHistory; moment: Moment }>;

function Standing({ history: { standing, isRetracted, corrections }, moment }: Shown): JSX.Element | null {
  if (isRetracted) return <p class="past">It has been retracted.</p>;
  if (!standing || corrections.length === 0) return null;
  return (
    <>
      <p class="past">It has been corrected. It now stands like this, for {dateText(standing.effective)}:</p>
      <Fields data={standing.data} moment={moment} />
    </>
  );
}

/** One fact: what it says, who says so, and what became of it. */
export function FactPage({ history, moment }: Shown): JSX.Element {
  const { fact, corrections } = history;
  return (
    <>
      <h1>{kindText(fact.type)}</h1>
      <p class="small">
        <Place fact={fact} moment={moment} />
      </p>
      <WhoSaysSo fact={fact} />
      <h2>As it was recorded</h2>
      <Fields data={fact.data} moment={moment} />
      {corrections.length > 0 && <h2>Since then</h2>}
      <Standing history={history} moment={moment} />
      <ul>
        {corrections.map(({ factId, type, recordedAt, metadata }) => (
          <li>
            <a href={at(`/facts/${factId}`, moment)}>{kindText(type)}</a> {dateText(recordedAt)} by {metadata.actor}
            {metadata.reason && `: ${metadata.reason}`}
          </li>
        ))}
      </ul>
      <p class="small">
        <a href={at(`/v1/facts/${fact.factId}`, moment)}>The same as JSON</a>
      </p>
    </>
  );
}
