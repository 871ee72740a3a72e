import { dateText } from '../sentences/dates.js';
import type { FactView } from './fact-view.js';

const RECORD = 'IGF Intersessional Work Tracker';

/** A fact as a text cites it: what happened when, who recorded that when, from which source, and where to find it. */
export function citationOf({ sentence, effective, recordedAt, metadata, factId, position, address }: FactView): string {
  const { actor, onBehalfOf, via, sources = [] } = metadata;
  const from = sources.map(({ document, url }) => [document, url].filter(Boolean).join(', ')).filter(Boolean);
  return [
    sentence,
    `Happened: ${dateText(effective)}.`,
    `Recorded ${dateText(recordedAt)} by ${actor}${onBehalfOf === undefined ? '' : ` on behalf of ${onBehalfOf}`}, via ${via}.`,
    from.length > 0 ? `Source: ${from.join('; ')}.` : 'No source is named.',
    `${RECORD}, fact ${factId}, position ${position}, ${address}.`,
  ].join(' ');
}
