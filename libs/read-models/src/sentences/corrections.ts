import type { Changes, Correction } from '#event-sourcing';
import type { NameOf } from './words.js';
import type { Corrected } from '../timeline/timeline.js';
import { dateText } from './dates.js';
import { quoted } from './words.js';

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  return typeof value === 'string' ? quoted(value) : JSON.stringify(value);
}

const changesText = (was: Changes, changes: Changes): string =>
  Object.entries(changes)
    .map(([field, value]) => `${field} from ${shown(was[field])} to ${shown(value)}`)
    .join('; ');

type CorrectionSentences = {
  readonly [T in Correction['type']]: (
    data: Extract<Correction, { type: T }>['data'],
    corrected: Corrected | null,
    nameOf: NameOf,
  ) => string;
};

/** A sentence for every kind of correction. */
export const correctionSentences: CorrectionSentences = {
  FactAmended: ({ changes, effective }, corrected) => {
    const moved = effective && corrected && `its date from ${dateText(corrected.effectiveWas)} to ${dateText(effective)}`;
    return `A record (${corrected?.type ?? 'unknown'}) was corrected: ${[changesText(corrected?.was ?? {}, changes), moved].filter(Boolean).join('; ')}.`;
  },
  FactReattributed: ({ owners, formerOwners }, corrected, nameOf) => {
    const names = (ids: readonly string[]): string => ids.map((id) => quoted(nameOf(id))).join(', ');
    return `A record (${corrected?.type ?? 'unknown'}) was found to be of ${names(owners)}, not of ${names(formerOwners)}.`;
  },
  FactMarkedDuplicate: (_, corrected) => `A record (${corrected?.type ?? 'unknown'}) was found to repeat another one, and does not count.`,
  FactRetracted: (_, corrected) => `A record (${corrected?.type ?? 'unknown'}) was retracted.`,
};
