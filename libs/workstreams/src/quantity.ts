/**
 * A number as a source prints it, with what can be told from it: exact (`low` is `high`), at least (`low` alone), at most
 * (`high` alone) or a range. `about` marks a value that the source itself calls rough. Neither is there where no single
 * number is printed.
 */
export type Quantity = Readonly<{ printed: string; low?: number; high?: number; about?: true }>;

type Told = Omit<Quantity, 'printed'>;

const numberOf = (digits: string): number => Number(digits.replaceAll(/[ ,.](?=\d{3})/g, ''));
const DIGITS = String.raw`(\d{1,3}(?:[ ,.]\d{3})+|\d+)`;

const range = (low: number, high: number): Told => (low <= high ? { low, high } : {});

/** How sources write numbers, most telling form first. */
const FORMS: readonly (readonly [RegExp, (...numbers: number[]) => Told])[] = [
  [new RegExp(`^(?:between )?${DIGITS}\\s*(?:-|–|to|and)\\s*${DIGITS}\\b`, 'i'), (low, high) => range(low, high)],
  [new RegExp(`^${DIGITS}\\s*\\+`), (low) => ({ low: low })],
  [new RegExp(`^(?:over|more than|at least)\\s+${DIGITS}`, 'i'), (low) => ({ low: low })],
  [new RegExp(`^(?:up to|at most|fewer than|less than)\\s+${DIGITS}`, 'i'), (high) => ({ high: high })],
  [
    new RegExp(`^(?:~|(?:about|around|approximately|roughly|some|circa|ca\\.?|nearly|almost|close to)\\s)\\s*${DIGITS}`, 'i'),
    (near) => ({ low: near, high: near, about: true }),
  ],
  [new RegExp(`^${DIGITS}\\b`), (exact) => ({ low: exact, high: exact })],
];

/** What stands behind a number, asides in brackets left out, must not bring another one: that would be two statements. */
const holdsAnother = (rest: string): boolean => /\d/.test(rest.replaceAll(/\([^)]*\)/g, ''));

/**
 * Reads a printed number: `14`, `120+`, `over 70`, `about 200`, `50-60`, `33 initiatives`. Words that hold no number, and
 * those that hold several (`85+ countries and 17 regions`), are kept as printed.
 */
export function quantityOf(printed: string): Quantity {
  const text = printed.trim();
  for (const [form, meaning] of FORMS) {
    const match = form.exec(text);
    if (match) return holdsAnother(text.slice(match[0].length)) ? { printed } : { printed, ...meaning(...match.slice(1).map(numberOf)) };
  }
  return { printed };
}
