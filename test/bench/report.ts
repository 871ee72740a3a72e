import type { Figure, Target } from './figure.js';

const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
const amount = (value: number | null, unit: string): string => (value === null ? 'left out' : `${number(value)} ${unit}`);

function targetText(target: Target & Readonly<{ met: boolean | null }>, unit: string): string {
  const bound = 'atLeast' in target ? `≥ ${number(target.atLeast)}` : `≤ ${number(target.atMost)}`;
  const met = target.met === null ? 'not measured' : target.met ? 'met' : 'MISSED';
  return `${target.of === 'ratio' ? `ratio ${bound}` : `${bound} ${unit}`}: ${met}`;
}

const cells = ({ name, unit, ours, counterpart, ratio, targets }: Figure): readonly string[] => [
  name,
  amount(ours, unit),
  counterpart ? `${counterpart.name}: ${amount(counterpart.value, unit)}` : '',
  ratio === null ? '' : ratio.toFixed(2),
  targets.map((target) => targetText(target, unit)).join('; '),
];

/** The figures as a table for people, and beneath it why anything was left out. */
export function table(figures: readonly Figure[]): string {
  const rows = [['figure', 'ours', 'counterpart', 'ratio', 'target'], ...figures.map(cells)];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const reasons = new Set(
    figures.flatMap(({ counterpart }) => (counterpart?.leftOut ? [`${counterpart.name}: ${counterpart.leftOut}`] : [])),
  );
  return [lines[0]!, rule, ...lines.slice(1), ...[...reasons].map((reason) => `\nLeft out: ${reason}`)].join('\n');
}
