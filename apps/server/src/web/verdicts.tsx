import type { JSX } from 'preact';
import type { Moment } from '#event-sourcing';
import type { StatusReport, VerdictView } from '#read-models';
import type { StatusVerdict } from '#workstreams';
import { at } from './moment.js';

/** Statements one after the other: each is a link to the facts that make it so, where there are any. */
export function Reasons({ reasons, moment }: Pick<StatusVerdict, 'reasons'> & { moment: Moment }): JSX.Element {
  return (
    <>
      {reasons.map(({ says, factIds }, index) => (
        <>
          {index > 0 && '; '}
          {says}
          {factIds.length > 0 && ' ('}
          {factIds.map((factId, n) => (
            <>
              {n > 0 && ', '}
              <a href={at(`/facts/${factId}`, moment)} aria-label={`fact ${n + 1}: ${says}`}>
                {factIds.length === 1 ? 'fact' : n + 1}
              </a>
            </>
          ))}
          {factIds.length > 0 && ')'}
        </>
      ))}
      .
    </>
  );
}

function Why({ reasons, moment }: Pick<StatusVerdict, 'reasons'> & { moment: Moment }): JSX.Element {
  return (
    <details class="small">
      <summary>Why: {reasons.length} reasons</summary>
      <Reasons reasons={reasons} moment={moment} />
    </details>
  );
}

const MOST_CHANGES = 3;
/** More of them, as of what is unknown, are shown on demand. */
const MOST_REASONS = 3;

function Row({ verdict, moment }: { verdict: VerdictView; moment: Moment }): JSX.Element {
  const { rule, version, status, reasons, wouldChange } = verdict;
  return (
    <>
      <dt>{rule}</dt>
      <dd>
        <strong>{status}</strong>
        {reasons.length <= MOST_REASONS && ': '}
        {reasons.length <= MOST_REASONS ? <Reasons reasons={reasons} moment={moment} /> : <Why reasons={reasons} moment={moment} />}
        <div class="small soft">
          {wouldChange.slice(0, MOST_CHANGES).map(({ to, needs }) => (
            <div>
              It would be {to} if {needs.join(', and ')}.
            </div>
          ))}
          By the version of {version}.
        </div>
      </dd>
    </>
  );
}

/** How a workstream stands by the rules of its kind, why, and what would change that. */
export function Verdicts({ report, moment }: { report: StatusReport; moment: Moment }): JSX.Element {
  const own = report.verdicts.filter(({ of }) => of.category === 'workstream');
  return (
    <>
      <h2>Status</h2>
      <dl class="status">
        {own.map((verdict) => (
          <Row verdict={verdict} moment={moment} />
        ))}
      </dl>
      <p class="small">
        <a href={at('/v1/status-rules', moment)}>The rules in words</a>
      </p>
    </>
  );
}
