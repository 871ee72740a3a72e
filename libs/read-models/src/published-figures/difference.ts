import type { Quantity } from '#workstreams';
import type { ComputedFigure } from './computed-figures.js';

const tally = (words: readonly string[]): string =>
  [...new Set(words)].map((word) => `${words.filter((each) => each === word).length} because: ${word}`).join('; ');

/** What the exclusions do not explain. */
function remainder(quantities: readonly Quantity[], { value, excluded }: ComputedFigure): string {
  const lowest = Math.min(...quantities.map(({ low = 0 }) => low));
  const highest = Math.max(...quantities.map(({ high = Infinity }) => high));
  if (value + excluded.length < lowest) return ' What is missing is not on record.';
  return value > highest ? ' The record holds more than was published.' : '';
}

/** How published numbers and the one computed differ, and what the computed one leaves out. */
export function differenceOf(quantities: readonly Quantity[], computed: ComputedFigure): string {
  const { value, excluded } = computed;
  const published = [...new Set(quantities.map(({ printed }) => printed))].join(', ');
  const leftOut =
    excluded.length === 0 ? 'Nothing was excluded.' : `Excluded ${excluded.length} (${tally(excluded.map(({ why }) => why))}).`;
  return `Published ${published}; computed ${value}. ${leftOut}${remainder(quantities, computed)}`;
}
