import { type Moment, NotFound } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { type CallView, type GetCall, getCall } from '#read-models';
import { type Deadline, EVERYONE } from '#workstreams';
import { type FromStream, fromStreams } from '../streams.js';
import { openTable } from '../table.js';

/** What a question gets, or nothing where there is no answer. */
export function orNothing<T>(answer: () => T): T | undefined {
  try {
    return answer();
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}

const all = (tables: Tables, moment: Moment): Iterable<FromStream<CallView>> =>
  fromStreams('call', (callId) => orNothing(() => getCall({ callId, ...moment } as GetCall, tables).body), tables, moment);

const forAll = ({ deadlines }: CallView, kind: Deadline['kind']): Deadline | undefined =>
  deadlines.find((each) => each.kind === kind && each.category === EVERYONE);

export const calls = openTable<FromStream<CallView>>({
  name: 'calls',
  about: 'The calls for input, with the deadlines that hold for everyone.',
  key: ['call_id'],
  rows: all,
  columns: [
    { name: 'call_id', type: 'id', about: 'Id of the call.', value: ({ row }) => row.callId },
    { name: 'title', type: 'text', about: 'Its title.', value: ({ row }) => row.title },
    {
      name: 'workstream_ids',
      type: 'ids',
      about: 'The workstreams that called.',
      value: ({ row }) => row.workstreams.map((each) => each.workstreamId),
    },
    { name: 'opened', type: 'date', about: 'When it opened.', value: ({ row }) => row.opened?.effective },
    { name: 'stage', type: 'text', about: 'Whether it takes input, by the rule of status in force.', value: ({ row }) => row.stage },
    {
      name: 'inclusion_date_first',
      type: 'date',
      about: 'What came by this date was to go into the next draft: the date first named.',
      value: ({ row }) => forAll(row, 'inclusion')?.original,
    },
    {
      name: 'inclusion_date',
      type: 'date',
      about: 'The same date as it was last set.',
      value: ({ row }) => forAll(row, 'inclusion')?.current,
    },
    {
      name: 'closing_date_first',
      type: 'date',
      about: 'What came by this date was still taken: the date first named.',
      value: ({ row }) => forAll(row, 'closing')?.original,
    },
    { name: 'closing_date', type: 'date', about: 'The same date as it was last set.', value: ({ row }) => forAll(row, 'closing')?.current },
    {
      name: 'extensions',
      type: 'whole number',
      about: 'How often one of its deadlines was moved, of whatever category.',
      value: ({ row }) => row.deadlines.flatMap(({ extensions }) => extensions).length,
    },
    {
      name: 'contributions',
      type: 'whole number',
      about: 'Contributions on record, without those withdrawn and those that came late and were not accepted.',
      value: ({ row }) => row.counts.total.count,
    },
    { name: 'page', type: 'web address', about: 'Its page.', value: ({ row }) => row.page },
    { name: 'fact_ids', type: 'ids', about: 'The facts that the line is made of.', value: ({ factIds }) => factIds },
  ],
});

type ContributionRow = Readonly<{ callId: string; contribution: CallView['contributions'][number] }>;

const factIdsOf = ({ received, acceptedLate, acknowledged, published, withdrawn }: ContributionRow['contribution']): readonly string[] =>
  [received, acceptedLate, acknowledged, published, withdrawn].flatMap((step) => (step ? [step.factId] : []));

export const contributions = openTable<ContributionRow>({
  name: 'contributions',
  about: 'What was sent to the calls for input, and what became of it.',
  key: ['call_id', 'contribution_id'],
  *rows(tables, moment) {
    for (const { row } of all(tables, moment)) {
      for (const contribution of row.contributions) yield { callId: row.callId, contribution };
    }
  },
  columns: [
    { name: 'contribution_id', type: 'id', about: 'Id of the contribution.', value: ({ contribution }) => contribution.contributionId },
    { name: 'call_id', type: 'id', about: 'The call that it answers.', value: ({ callId }) => callId },
    { name: 'kind', type: 'text', about: 'What kind of contribution it is.', value: ({ contribution }) => contribution.kind },
    { name: 'title', type: 'text', about: 'Its title.', value: ({ contribution }) => contribution.title },
    { name: 'contributor', type: 'text', about: 'Who sent it.', value: ({ contribution }) => contribution.contributor },
    { name: 'organisation', type: 'text', about: 'Their organisation.', value: ({ contribution }) => contribution.organisation },
    {
      name: 'stakeholder_group',
      type: 'text',
      about: 'Their stakeholder group.',
      value: ({ contribution }) => contribution.stakeholderGroup,
    },
    {
      name: 'regional_group',
      type: 'text',
      about: 'Their regional group of the United Nations.',
      value: ({ contribution }) => contribution.regionalGroup,
    },
    { name: 'received', type: 'date', about: 'When it arrived.', value: ({ contribution }) => contribution.received.effective },
    {
      name: 'late',
      type: 'text',
      about: 'yes where it came after the closing date, else no.',
      value: ({ contribution }) => (contribution.late ? 'yes' : 'no'),
    },
    {
      name: 'accepted_late',
      type: 'date',
      about: 'When it was accepted all the same.',
      value: ({ contribution }) => contribution.acceptedLate?.effective,
    },
    {
      name: 'acknowledged',
      type: 'date',
      about: 'When it was acknowledged.',
      value: ({ contribution }) => contribution.acknowledged?.effective,
    },
    { name: 'published', type: 'date', about: 'When it was published.', value: ({ contribution }) => contribution.published?.effective },
    { name: 'withdrawn', type: 'date', about: 'When it was withdrawn.', value: ({ contribution }) => contribution.withdrawn?.effective },
    { name: 'page', type: 'web address', about: 'Its page.', value: ({ contribution }) => contribution.page },
    { name: 'fact_ids', type: 'ids', about: 'The facts that the line is made of.', value: ({ contribution }) => factIdsOf(contribution) },
  ],
});
