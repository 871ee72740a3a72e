import type { JSX } from 'preact';
import type { ProblemDetails, PROBLEMS } from '../http/problem.js';

/** What a person is told when something cannot be shown. */
export function ProblemPage({ type, title, detail, errors }: ProblemDetails): JSX.Element {
  return (
    <>
      <h1>{title}</h1>
      {errors ? (
        <ul>
          {errors.map(({ pointer, detail }) => (
            <li>
              <code>{pointer.slice(1)}</code> {detail}
            </li>
          ))}
        </ul>
      ) : (
        <p>{detail}</p>
      )}
      <p>
        <a href="/">Go to the overview</a>, or see <a href={type}>what this kind of problem means</a>.
      </p>
    </>
  );
}

/** What a kind of problem means: the page behind its `type`. */
export function ProblemKindPage({
  kind,
  title,
  meaning,
  status,
}: { kind: string } & (typeof PROBLEMS)[keyof typeof PROBLEMS]): JSX.Element {
  return (
    <>
      <h1>{title}</h1>
      <p>{meaning}</p>
      <p class="soft">
        Problem <code>{kind}</code>, HTTP status {status}.
      </p>
    </>
  );
}
