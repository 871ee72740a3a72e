import type { PaperKind } from '#workstreams';

/** Words in the title of a paper that say what it is, the most telling first. Without them it is what its workstreams end in. */
const KINDS: readonly (readonly [RegExp, PaperKind])[] = [
  [/^chair's summary\b/i, "chair's summary"],
  [/\binput to the CSTD\b/i, 'CSTD input'],
  [/\bhandbook(?: \d{4})?$/i, 'handbook'],
  [/^framework document\b/i, 'framework'],
  [/^background paper\b/i, 'background paper'],
  [/^synthesis paper\b/i, 'synthesis'],
  [/^briefing document\b/i, 'briefing'],
  [/^(?:common )?guidelines\b/i, 'guidelines'],
  [/\btoolkit$/i, 'toolkit'],
  [/\bproceedings$/i, 'proceedings'],
  [/^(?:\w+ )?messages$/i, 'messages'],
];

/** What a paper is, as far as its title says so itself. */
export const kindIn = (title: string): PaperKind | undefined => KINDS.find(([words]) => words.test(title))?.[1];

/** Kinds of paper of which a cycle, or a phase, has one, whatever it is called. */
export const ONCE: ReadonlySet<PaperKind> = new Set(['outcome document', "chair's summary", 'CSTD input', 'handbook', 'framework']);

/** Names of states of a text, which are no titles: `Draft F`, `Final output`, `Output document draft`. */
const NO_TITLE = /^(?:draft|final|output document)\b/i;

/** The name of a draft behind the title of the paper. */
const NAME_BEHIND_TITLE = /^(.+?)(?:,| -) (draft (?:v\d+|compilation))$/i;

/** The name of a draft as it is printed, and the title of its paper where that stands before it. */
export function draftIn(printed: string): Readonly<{ name: string; title?: string }> {
  const [, title, name] = NAME_BEHIND_TITLE.exec(printed) ?? [];
  return title !== undefined && name !== undefined ? { name, title } : { name: printed };
}

/** The title of a final, unless it only says that it is one. */
export const titleOfFinal = (printed: string): string | undefined => (NO_TITLE.test(printed) ? undefined : printed);
