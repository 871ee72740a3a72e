import { PROBLEMS, type ProblemKind } from '../http/problem.js';

/** What can be wrong with what: a question changes nothing, so nothing that is recorded can stand against it. */
const MAY_MEET: Readonly<Record<'question' | 'command', readonly ProblemKind[]>> = {
  question: ['invalid-input', 'not-found', 'not-there-yet', 'unavailable', 'too-many-readers', 'fault'],
  command: [
    'invalid-input',
    'not-found',
    'refused',
    'id-already-used',
    'too-many-writers',
    'precondition-failed',
    'too-large',
    'unsupported-media-type',
    'unknown-reference',
    'unavailable',
    'not-there-yet',
    'fault',
  ],
};

/** The answers to what cannot be answered as it was meant, by status (RFC 9457). */
export function problemsOf(asked: keyof typeof MAY_MEET): Readonly<Record<string, object>> {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } };
  const statuses = new Set(MAY_MEET[asked].map((kind) => PROBLEMS[kind].status));
  const said = (status: number): string =>
    MAY_MEET[asked]
      .filter((kind) => PROBLEMS[kind].status === status)
      .map((kind) => `\`${kind}\`: ${PROBLEMS[kind].title}`)
      .join(' ');
  return Object.fromEntries([...statuses].map((status) => [String(status), { description: said(status), content }]));
}
