import { type Fact, type PartialDate, period } from '#event-sourcing';
import { type ChecklistSubject, type Duty, lacking, type Looked, type StreamOfYear, whole } from '../duty.js';
import { ALL } from './kinds.js';

const nameOf = ({ category, id, facts }: StreamOfYear): ChecklistSubject => {
  const { title, name } = (facts.find(({ data }) => 'title' in data || 'name' in data)?.data ?? {}) as Readonly<Record<string, string>>;
  return { category, id, name: title ?? name ?? `A ${category}` };
};

const ids = (facts: readonly Fact[]): readonly string[] => facts.map(({ id }) => id);

/** One item for all facts of one stream that lack the same. */
function lackingOf(
  stream: StreamOfYear,
  facts: readonly Fact[],
  what: (count: number) => string,
  command: 'RetractFact' | 'AmendFact',
): Looked {
  const [first] = facts;
  if (!first) return whole(ids(stream.facts));
  const path = `/v1/facts/${facts.length === 1 ? first.id : '{factId}'}/${command === 'AmendFact' ? 'amendments' : 'retractions'}`;
  const since = new Date(Math.min(...facts.map(({ recordedAt }) => recordedAt))).toISOString().slice(0, 'YYYY-MM-DD'.length);
  return lacking({ of: nameOf(stream), missing: what(facts.length), since, factIds: ids(facts), fill: { command, method: 'POST', path } });
}

const hasSource = ({ metadata: { sources = [] } }: Fact): boolean => sources.length > 0;

/** A fact says where it comes from. */
export const factSources: Duty = {
  id: 'fact-sources',
  title: 'Sources of facts',
  rule: 'A fact names the page or the document that it comes from. One that does not is retracted and recorded again with its source.',
  source: 'Our reading: what nobody can look up is hearsay.',
  of: ALL,
  needs: 'a fact of that year on record',
  look: ({ streams }) =>
    streams.map((stream) =>
      lackingOf(
        stream,
        stream.facts.filter((fact) => !hasSource(fact)),
        (count) => `the source of ${count === 1 ? 'a fact' : `${count} facts`}`,
        'RetractFact',
      ),
    ),
};

/** Whether a date leaves open in which year something was. */
function isOpen(date: PartialDate): boolean {
  const { first, end } = period(date);
  return end - first > LONGEST_YEAR;
}

const LONGEST_YEAR = 366 * 24 * 60 * 60 * 1000;

/** A fact has a date. */
export const factDates: Duty = {
  id: 'fact-dates',
  title: 'Dates of facts',
  rule: 'Of a fact it is known at least in which year it was: its date is a day, a month, a year or bounds no further apart than a year.',
  source: 'Our reading: what may have been in any year belongs to none.',
  of: ALL,
  needs: 'a fact that may be of that year on record',
  look: ({ streams }) =>
    streams.map((stream) =>
      lackingOf(
        stream,
        stream.facts.filter(({ effective }) => isOpen(effective)),
        (count) => `the date of ${count === 1 ? 'a fact' : `${count} facts`}`,
        'AmendFact',
      ),
    ),
};
