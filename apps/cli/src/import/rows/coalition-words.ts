import type { PartialDate } from '#event-sourcing';
import {
  AddAlias,
  BeginExploring,
  ListCoalition,
  OmitFromList,
  RecogniseCoalition,
  Recommit,
  RenameWorkstream,
  type ShownAs,
} from '#workstreams';
import { clausesOf, type Form, meaningOf, type Told, told } from '../forms.js';

const shown = (year: string, as: ShownAs): Told => told(ListCoalition, year, { list: `list of coalitions, ${year}`, as });
const omitted = (year: string): Told => told(OmitFromList, year, { list: `list of coalitions, ${year}` });

/** Of a later list no more is known than after which year it is. */
const shownLater = (year: string): Told =>
  told(ListCoalition, `[${Number(year) + 1}..]`, { list: `later list of coalitions, after ${year}`, as: 'listed' });

/** The names in `DC-ISSS ("Dynamic Coalition on …")` or `"Dynamic Coalition on …"`. */
function namesIn(words: string): readonly string[] {
  const quoted = [...words.matchAll(/"([^"]+)"/g)].map(([, name]) => name!);
  const bare = words.replaceAll(/\(?"[^"]+"\)?/g, '').trim();
  return bare === '' ? quoted : [bare, ...quoted];
}

const renamed = (name: string, abbreviation: string, year: string): readonly Told[] => [
  told(RenameWorkstream, `[..${year}]`, { name }),
  ...(abbreviation ? [told(AddAlias, `[..${year}]`, { alias: abbreviation })] : []),
];

/**
 * How clauses on the status of a coalition are written, and what is recorded of each. What no form knows stays in the note of
 * the registration, with all the other words.
 * @param began when the coalition came into being, as far as the row tells
 */
const FORMS = (began: PartialDate): readonly Form<readonly Told[]>[] => [
  [/^exploratory phase in (\d{4})(?: \(.+\))?$/, (year) => [told(BeginExploring, year)]],
  [/^recommitted(?: to its activities)? in (\d{4})(?: \(.+\)| and took part in the main session)?$/, (year) => [told(Recommit, year)]],
  [/^creation approved by the IGF Secretariat$/, () => [told(RecogniseCoalition, began)]],
  [
    /^listed (active )?(\d{4})( and later| and in the later list)?$/,
    (active, year, later) => [shown(year, active ? 'active' : 'listed'), ...(later ? [shownLater(year)] : [])],
  ],
  [/^listed (\d{4}) as (.+)$/, (year, names) => [shown(year, 'listed'), ...namesIn(names).map((alias) => told(AddAlias, year, { alias }))]],
  [/^only in the later list \(after (\d{4})\)$/, (year) => [shownLater(year)]],
  [/^not on the (\d{4}) list(?: under this name)?$/, (year) => [omitted(year)]],
  [/^appears as "(.+)" (?:\((.+)\) )?from (\d{4}) at the latest \(renamed\)$/, renamed],
];

/** What the words on a coalition's status tell of it, clause by clause. */
export const coalitionFacts = (words: string | undefined, began: PartialDate): readonly Told[] =>
  clausesOf(words).flatMap((clause) => meaningOf(clause, FORMS(began)) ?? []);
