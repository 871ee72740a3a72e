import type { JSX } from 'preact';
import type { Moment } from '#event-sourcing';
import { dateText } from './dates.js';

/** An address within the tracker that keeps the moment asked about. */
export function at(path: string, { asOf, knownAt }: Moment): string {
  const query = new URLSearchParams({ ...(asOf && { asOf }), ...(knownAt && { knownAt }) }).toString();
  return query ? `${path}?${query}` : path;
}

/** Says which moment a page shows, and lets people ask about another. */
export function MomentBar({ path, moment }: { path: string; moment: Moment }): JSX.Element {
  const { asOf, knownAt } = moment;
  return (
    <form class="moment" method="get" action={path}>
      {(asOf ?? knownAt) && (
        <p role="status" class="past">
          This page shows the past: {asOf && `what was true by the end of ${dateText(asOf)}`}
          {asOf && knownAt && ', '}
          {knownAt && `what had been recorded by ${dateText(knownAt)}`}. <a href={path}>Show now</a>
        </p>
      )}
      <label>
        As of <input name="asOf" value={asOf ?? ''} placeholder="2016-09-01" size={12} />
      </label>
      <label>
        As known at <input name="knownAt" value={knownAt ?? ''} placeholder="today" size={12} />
      </label>
      <button>Show</button>
    </form>
  );
}
