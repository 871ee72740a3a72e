import type { Quantity } from '#workstreams';
import type { ComputedFigure } from './computed-figures.js';
import type { Agreement } from './figure-group.js';

const tally = (words: readonly string[]): string =>
  [...new Set(words)].map((word) => `${words.filter((each) => each === word).length} because: ${word}`).join('; ');

/** What the exclusions do not explain. */
function remainder(quantities: readonly Quantity[], { value, excluded }: ComputedFigure): string {
  const lowest = Math.min(...quantities.map(({ low = 0 }) => low));
  const highest = Math.max(...quantities.map(({ high = Infinity }) => high));
  if (value + excluded.length < lowest) return ' What is missing is not on record.';
  return value > highest ? ' The record holds more than was published.' : '';
}

const BETWEEN_SOURCES = {
  'one voice': '',
  compatible: ', which are not the same but may all hold',
  disagree: ', which cannot all hold',
} as const satisfies Readonly<Record<Agreement, string>>;

/** How published numbers differ from each other, and from the one computed, with what that leaves out. */
export function differenceOf(quantities: readonly Quantity[], agreement: Agreement, computed: ComputedFigure | null): string {
  const printed = new Set(quantities.map((each) => each.printed));
  const published = [...printed].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).join(', ');
  const said = `Published ${published}${BETWEEN_SOURCES[agreement]}`;
  if (!computed) return `${said}.`;
  const { value, excluded } = computed;
  const leftOut =
    excluded.length === 0 ? 'Nothing was excluded.' : `Excluded ${excluded.length} (${tally(excluded.map(({ why }) => why))}).`;
  return `${said}; computed ${value}. ${leftOut}${remainder(quantities, computed)}`;
}
