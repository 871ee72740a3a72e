import type { SourceReference } from '#event-sourcing';
import type { Excluded } from '#read-models';
import type { ReportNumber, ReportPart, ReportRow, ReportStatement } from './model.js';

type Said = ReportPart | readonly ReportPart[];

/** Parts as one text: words that follow each other are put together. */
function joined(parts: readonly ReportPart[]): readonly ReportPart[] {
  return parts.reduce<readonly ReportPart[]>((before, part) => {
    const last = before.at(-1);
    if (part === '') return before;
    return typeof part === 'string' && typeof last === 'string' ? [...before.slice(0, -1), last + part] : [...before, part];
  }, []);
}

const inParts = (said: Said): readonly ReportPart[] => (Array.isArray(said) ? (said as readonly ReportPart[]) : [said as ReportPart]);

/** Text with numbers in it: ``says`There were ${number} forums.` ``. */
export const says = (texts: TemplateStringsArray, ...parts: readonly Said[]): readonly ReportPart[] =>
  joined(texts.flatMap((text, index) => [text, ...(index < parts.length ? inParts(parts[index]!) : [])]));

/** What a statement says, without what its numbers rest on. */
export const plainText = (parts: readonly ReportPart[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : part.printed)).join('');

/** `a`, `a and b`, `a, b and c`. */
export function series(all: readonly Said[], last = 'and'): readonly ReportPart[] {
  const between = (index: number): string => (index === 0 ? '' : index === all.length - 1 ? ` ${last} ` : ', ');
  return joined(all.flatMap((each, index) => [between(index), ...inParts(each)]));
}

/** `: IPv6; IXPs`, names of those counted before; nothing where there are none. Names may hold commas and an “and”. */
export const naming = (all: readonly string[]): string => (all.length === 0 ? '' : `: ${all.join('; ')}`);

/** The ids of all facts that a statement or a row rests on, those of its numbers and of what they exclude among them. */
export function factIdsOf(said: ReportStatement | ReportRow): readonly string[] {
  const parts = 'says' in said ? said.says : said.cells.flat();
  const numbers = parts.filter((part) => typeof part !== 'string');
  const ofNumbers = numbers.flatMap(({ factIds, excluded }) => [...factIds, ...excluded.map(({ factId }) => factId)]);
  return [...new Set([...said.factIds, ...ofNumbers])];
}

type Grounds = Readonly<{ factIds: readonly string[]; excluded?: readonly Excluded[]; sources?: readonly SourceReference[] }>;

/** A number by a rule, as it is printed. */
export const numberAs = (printed: string, rule: string, { factIds, excluded = [], sources = [] }: Grounds): ReportNumber => ({
  printed,
  rule,
  factIds,
  excluded,
  sources,
});

/** How many facts there are of something, each of which stands for one. */
export const countOf = (factIds: readonly string[], rule: string): ReportNumber => numberAs(String(factIds.length), rule, { factIds });

/** `no forum`, `1 forum`, `2 forums`: none is a number too, with a rule. */
export function howMany(number: ReportNumber, one: string, several = `${one}s`): readonly ReportPart[] {
  if (number.printed === '0') return [{ ...number, printed: 'no' }, ` ${one}`];
  return [number, ` ${number.printed === '1' ? one : several}`];
}

/** A statement under its id. */
export const statement = (id: string, text: readonly ReportPart[], factIds: readonly string[] = []): ReportStatement => ({
  id,
  says: text,
  factIds,
});

/** A row of cells, each of words or of parts. */
export const row = (id: string, cells: readonly Said[], factIds: readonly string[] = []): ReportRow => ({
  id,
  cells: cells.map(inParts),
  factIds,
});
