import type { JSX } from 'preact';
import type { Moment } from '#event-sourcing';
import { dateText } from './dates.js';

/** An address within the tracker that keeps the moment asked about. */
export function at(path: string, { asOf, knownAt }: Moment): string {
  const query = new URLSearchParams({ ...(asOf && { asOf }), ...(knownAt && { knownAt }) }).toString();
  return query ? `${path}?${query}` : path;
}

function DateField({ name, label, value }: { name: keyof Moment; label: string; value: string | undefined }): JSX.Element {
  return (
    <label>
      {label} <input name={name} value={value ?? ''} placeholder="now" size={12} aria-describedby="moment-dates" />
    </label>
  );
}

/** Says which moment a page shows, and lets people ask about another. */
export function MomentBar({ path, moment }: { path: string; moment: Moment }): JSX.Element {
  const { asOf, knownAt } = moment;
  return (
    <form class="moment" method="get" action={path}>
      {(asOf ?? knownAt) && (
        <p role="status" class="past">
          This page shows {asOf && `what was true by the end of ${dateText(asOf)}`}
          {asOf && knownAt && ', '}
          {knownAt && `what had been recorded by ${dateText(knownAt)}`}. <a href={path}>Show now</a>
        </p>
      )}
      <DateField name="asOf" label="As it was on" value={asOf} />
      <DateField name="knownAt" label="As recorded by" value={knownAt} />
      <button>Show</button>
      <span id="moment-dates" class="small soft">
        A day, a month or a year: 2016-09-01, 2016-09, 2016
      </span>
    </form>
  );
}
