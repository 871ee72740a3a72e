import type { Findables } from '#event-sourcing/projections';
import type { Person } from '#workstreams';
import { dayOf, type Found, namesInTurn, type SaidText } from './found.js';

const inTurn = (field: 'name' | 'organisation', { descriptions }: Person): readonly SaidText[] =>
  namesInTurn(
    field,
    descriptions.flatMap(({ [field]: text, effective, factId }) => (text === null ? [] : [{ text, since: effective, factId }])),
    field === 'name',
  );

function found(row: Person, registered: NonNullable<Person['registered']>): Found {
  const { personId, name } = row;
  return {
    kind: 'person',
    id: personId,
    title: name,
    day: dayOf(registered),
    labels: [personId],
    said: [...inTurn('name', row), ...inTurn('organisation', row)],
    // The roles of a person stand in the workstreams in which they are held.
    workstreamIds: [],
    address: `/v1/people/${personId}`,
  };
}

/** People by all their names and organisations. */
export const foundPeople: Findables<Person> = {
  kinds: ['person'],
  of: (row) => (row.registered ? [found(row, row.registered)] : []),
};
