import { peopleOf } from '#read-models';
import { isTaken, type Person, type TakenRole } from '#workstreams';
import { type FromStream, fromStreams } from '../streams.js';
import { openTable } from '../table.js';
import { registered } from './workstreams.js';

export const people = openTable<FromStream<Person>>({
  name: 'people',
  about: 'Who took on a role in the work, as the record describes them: without any address or number at which they can be reached.',
  key: ['person_id'],
  rows(tables, moment) {
    const rowOf = (id: string): Person | undefined => {
      const row = peopleOf(tables).row(id, moment);
      return row?.registered ? row : undefined;
    };
    return fromStreams('person', rowOf, tables, moment);
  },
  columns: [
    { name: 'person_id', type: 'id', about: 'Id of the person.', value: ({ row }) => row.personId },
    { name: 'name', type: 'text', about: 'The name.', value: ({ row }) => row.name },
    { name: 'organisation', type: 'text', about: 'The organisation.', value: ({ row }) => row.organisation },
    { name: 'stakeholder_group', type: 'text', about: 'The stakeholder group.', value: ({ row }) => row.stakeholderGroup },
    { name: 'regional_group', type: 'text', about: 'The regional group of the United Nations.', value: ({ row }) => row.regionalGroup },
    { name: 'fact_ids', type: 'ids', about: 'The facts that the line is made of.', value: ({ factIds }) => factIds },
  ],
});

type RoleRow = Readonly<{ workstreamId: string; role: TakenRole }>;

export const roles = openTable<RoleRow>({
  name: 'roles',
  about: 'Who did what in which workstream, from when to when.',
  key: ['workstream_id', 'role_id'],
  *rows(tables, moment) {
    for (const { row } of registered(tables, moment)) {
      for (const role of row.roles.filter(isTaken)) yield { workstreamId: row.workstreamId, role };
    }
  },
  columns: [
    { name: 'role_id', type: 'id', about: 'Id of this holding of the role.', value: ({ role }) => role.roleId },
    { name: 'workstream_id', type: 'id', about: 'The workstream.', value: ({ workstreamId }) => workstreamId },
    { name: 'person_id', type: 'id', about: 'The person.', value: ({ role }) => role.personId },
    { name: 'role', type: 'text', about: 'The role.', value: ({ role }) => role.role },
    {
      name: 'title',
      type: 'text',
      about: 'The role as it was printed, where a source gives it a title of its own.',
      value: ({ role }) => role.title,
    },
    {
      name: 'for_body',
      type: 'text',
      about: 'The organisation or group that the person stands for in it.',
      value: ({ role }) => role.forBody,
    },
    { name: 'from', type: 'date', about: 'When it was taken.', value: ({ role }) => role.taken.effective },
    { name: 'until', type: 'date', about: 'The day with which it was said to end, when it was taken.', value: ({ role }) => role.until },
    { name: 'ended', type: 'date', about: 'When it ended; empty where that is not on record.', value: ({ role }) => role.ended?.effective },
    {
      name: 'fact_ids',
      type: 'ids',
      about: 'The facts that the line is made of.',
      value: ({ role: { taken, ended } }) => [taken.factId, ...(ended ? [ended.factId] : [])],
    },
  ],
});
