/** A number as a source prints it, with what can be told from it. `about` marks a value that the source itself calls rough. */
export type Quantity = Readonly<{ printed: string; low?: number; high?: number; about?: true }>;

const numberOf = (digits: string): number => Number(digits.replaceAll(/[ ,.](?=\d{3})/g, ''));
const DIGITS = String.raw`(\d{1,3}(?:[ ,.]\d{3})+|\d+)`;

/** How sources write numbers, most telling form first. */
const FORMS: readonly (readonly [RegExp, (...numbers: number[]) => Omit<Quantity, 'printed'>])[] = [
  [new RegExp(`^(?:between )?${DIGITS}\\s*(?:-|–|to|and)\\s*${DIGITS}\\b`, 'i'), (low, high) => ({ low: low, high: high })],
  [new RegExp(`^${DIGITS}\\s*\\+`), (low) => ({ low: low })],
  [new RegExp(`^(?:over|more than|at least)\\s+${DIGITS}`, 'i'), (low) => ({ low: low })],
  [new RegExp(`^(?:up to|at most|fewer than|less than)\\s+${DIGITS}`, 'i'), (high) => ({ high: high })],
  [
    new RegExp(`^(?:about|around|approximately|some|circa|ca\\.?|nearly|almost|close to)\\s+${DIGITS}`, 'i'),
    (near) => ({ low: near, high: near, about: true }),
  ],
  [new RegExp(`^${DIGITS}\\b`), (exact) => ({ low: exact, high: exact })],
];

/** Reads a printed number: `14`, `120+`, `over 70`, `about 200`, `50-60`. Words that hold no number are kept as printed. */
export function quantityOf(printed: string): Quantity {
  for (const [form, meaning] of FORMS) {
    const match = form.exec(printed.trim());
    if (match) return { printed, ...meaning(...match.slice(1).map(numberOf)) };
  }
  return { printed };
}
