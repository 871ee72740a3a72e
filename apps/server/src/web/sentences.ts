import type { Changes } from '#event-sourcing';
import type { Entry } from '#read-models';
import { dateText } from './dates.js';

type Kind = Entry['kind'];
type Sentences = { readonly [K in Kind]: (entry: Extract<Entry, { kind: K }>, callTitle: string) => string };

const quoted = (text: string): string => `“${text}”`;
const list = (parts: readonly (string | number | undefined | false)[]): string => parts.filter(Boolean).join(', ');

const changesText = (was: Changes, changes: Changes): string =>
  Object.entries(changes)
    .map(([field, value]) => `${field} from ${shown(was[field])} to ${shown(value)}`)
    .join('; ');

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  return typeof value === 'string' ? quoted(value) : JSON.stringify(value);
}

/** What happened, in English: a sentence for every kind of entry. */
const SENTENCES: Sentences = {
  'workstream registered': ({ name, cycle, phase, level, place, beganAs, series }) =>
    `${quoted(name)} came into being (${list([beganAs, phase && `phase ${phase}`, cycle && `cycle ${cycle}`, level, place, series && `series ${quoted(series)}`]) || 'no more is known'}).`,
  'workstream renamed': ({ name }) => `It was renamed ${quoted(name)}.`,
  'alias added': ({ alias }) => `It is also called ${quoted(alias)}.`,
  'call opened': ({ inclusionDate, closingDate, deadlines = [] }, title) => {
    const dates = [
      inclusionDate && `for the next draft by ${dateText(inclusionDate)}`,
      closingDate && `closing on ${dateText(closingDate)}`,
      ...deadlines.map(({ category, kind, on }) => `${kind} date for ${category} ${dateText(on)}`),
    ];
    return `The call ${quoted(title)} opened (${list(dates) || 'no deadline was named'}).`;
  },
  'deadline extended': ({ deadline, category, from, fromKind, to, announcedBy, announcedIn }, title) => {
    const who = list([announcedBy && `announced by ${announcedBy}`, announcedIn && `in ${announcedIn}`]);
    const whose = category ? ` for ${category}` : '';
    const before = from && (fromKind === deadline ? `from ${dateText(from)} ` : `from ${dateText(from)}, the ${fromKind} date, `);
    return `The ${deadline} date${whose} of ${quoted(title)} moved ${before ?? ''}to ${dateText(to)}${who ? ` (${who})` : ''}.`;
  },
  'call closed': (_, title) => `The call ${quoted(title)} was closed.`,
  'call reopened': (_, title) => `The call ${quoted(title)} was reopened.`,
  'contribution received': ({ contributionKind, title, organisation, stakeholderGroup, regionalGroup }, callTitle) => {
    const from = list([organisation, stakeholderGroup, regionalGroup]);
    return `A contribution (${contributionKind}) to ${quoted(callTitle)} arrived${from ? ` from ${from}` : ''}${title ? `: ${quoted(title)}` : ''}.`;
  },
  'late contribution accepted': (_, title) => `A late contribution to ${quoted(title)} was accepted.`,
  'contribution acknowledged': (_, title) => `A contribution to ${quoted(title)} was acknowledged.`,
  'contribution withdrawn': (_, title) => `A contribution to ${quoted(title)} was withdrawn.`,
  'contribution published': (_, title) => `A contribution to ${quoted(title)} was published.`,
  'contributions counted': ({ count, contributors, covers, includesOtherCalls }, title) => {
    const what = list([contributors && `from ${contributors} contributors`, covers, includesOtherCalls && 'other calls included']);
    return `${count} contributions to ${quoted(title)} were counted${what ? ` (${what})` : ''}.`;
  },
  'fact amended': ({ of, was, changes, effectiveWas, effective }) => {
    const moved = effective && effectiveWas && `its date from ${dateText(effectiveWas)} to ${dateText(effective)}`;
    return `A record (${of ?? 'unknown'}) was corrected: ${[changesText(was, changes), moved].filter(Boolean).join('; ')}.`;
  },
  'fact retracted': ({ of }) => `A record (${of ?? 'unknown'}) was retracted.`,
  unknown: ({ type }) => `Something of a kind that this version does not know was recorded (${type}).`,
};

/** The sentence of an entry; `callTitle` is that of the call which it is about, if it is about one. */
export function sentence(entry: Entry, callTitle: string): string {
  return (SENTENCES[entry.kind] as (entry: Entry, callTitle: string) => string)(entry, callTitle);
}
