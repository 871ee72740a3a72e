import { type Command, parse } from '#event-sourcing';
import { StartSeries, StateCadence } from '#workstreams';
import { bodyOf } from './activity.js';
import type { BodyName } from './bodies.js';
import { idFor } from './names.js';
import type { OnRecord } from './on-record.js';

type Series = Readonly<{ name: string; effective: string; cadences: readonly object[] }>;

const SUMMARY_2016 = { document: "11th IGF Chair's Summary (draft of 9 December 2016)" };
const NRI_PAGE = 'https://apps.intgovforum.org/en/content/national-and-regional-igf-initiatives';

/** The calls that bodies hold again and again, with how often sources say that they do. What is observed is worked out of the meetings. */
const SERIES: Readonly<Partial<Record<BodyName, Series>>> = {
  NRIs: {
    name: 'NRI calls',
    effective: '[..2016-04-19]',
    cadences: [
      {
        cadence: 'fortnightly',
        effective: '2016-12-09',
        statedIn: "11th IGF Chair's Summary",
        sources: [SUMMARY_2016, { document: '2017 input to the CSTD' }],
        note: 'The 2017 input to the CSTD says so again.',
      },
      {
        cadence: 'bimonthly',
        printed: '(bi)monthly',
        effective: '2023',
        statedIn: 'page of the national and regional IGF initiatives',
        sources: [{ url: NRI_PAGE }],
        note: 'The page has no date; it was read in a state that counts the initiatives of 2023.',
      },
    ],
  },
  'DC Coordination Group': {
    name: 'DC coordination calls',
    effective: '[..2016-12-09]',
    cadences: [{ cadence: 'monthly', effective: '2016-12-09', statedIn: "11th IGF Chair's Summary", sources: [SUMMARY_2016] }],
  },
};

/** The id of the series of calls that a body holds. */
export const seriesIdOf = (body: BodyName): string => idFor('series', body);

/** The series of calls of those who meet, if they hold one, with what puts it on record where it is not. */
export function seriesOfCalls(
  workstreamIds: readonly string[],
  known: OnRecord,
): Readonly<{ seriesId: string; beginning: readonly Command[] }> | undefined {
  const [only, ...others] = workstreamIds;
  const held = Object.entries(SERIES).find(([body]) => bodyOf(body as BodyName, known).workstreamId === only);
  if (!held || others.length > 0) return undefined;
  const [body, { name, effective, cadences }] = held;
  const seriesId = seriesIdOf(body as BodyName);
  if (known.hasSeries(seriesId)) return { seriesId, beginning: [] };
  const statements = cadences.map((said, index) =>
    parse(StateCadence, { seriesId, requestId: idFor('cadence', seriesId, index), ...said }),
  );
  return { seriesId, beginning: [parse(StartSeries, { seriesId, workstreamIds, name, effective }), ...statements] };
}
