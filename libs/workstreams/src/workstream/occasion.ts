import { claimOf, type Command, DomainError, firstDay, lastDay, type PartialDate, period } from '#event-sourcing';
import type { Step } from '../step.js';

type OfWorkstream = Readonly<{ workstreamId: string }>;
type Kept<Data> = Omit<Data, 'workstreamId'> & Step;

/** What a fact in a workstream's own stream says, with its occasion: how the state keeps it. */
export function occasionOf<Data extends OfWorkstream>(fact: Readonly<{ data: Data; effective: PartialDate; id: string }>): Kept<Data> {
  const { workstreamId: _, ...said } = fact.data;
  return { ...said, effective: fact.effective, factId: fact.id };
}

/** Whether the first lies on an earlier day, however exactly both are known. */
export const surelyBefore = (first: PartialDate, second: PartialDate): boolean => lastDay(period(first)) < firstDay(period(second));

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);

/** Whether all that a command says of a workstream is known already. */
export function saysNothingNew(command: Command & OfWorkstream, known: object): boolean {
  const { workstreamId: _, ...said } = claimOf(command);
  return Object.entries(said).every(([field, value]) => same(value, (known as Readonly<Record<string, unknown>>)[field]));
}

/** @throws DomainError when the year surely lies behind the date */
export function assertBegun(year: number, effective: PartialDate, what: string): void {
  if (period(String(year)).first >= period(effective).end)
    throw new DomainError(`${what} ${year} by ${effective}: the year had not begun.`);
}
