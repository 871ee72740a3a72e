/** How many entries of a list are shown, and how many of what is looked up by its id. */
const ENTRIES = 2;

const isId = (name: string): boolean => /^[\da-f]{8}-[\da-f-]{27}$/.test(name);

/** An answer with fewer entries in its lists. Each entry has all of its fields, as they were. */
export function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, ENTRIES).map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value);
  const shown = fields.length > 0 && fields.every(([name]) => isId(name)) ? fields.slice(0, ENTRIES) : fields;
  return Object.fromEntries(shown.map(([name, each]) => [name, shortened(each)]));
}

const LINES = 20;

/** The first lines of a file. */
export function firstLines(text: string): string {
  const lines = text.split('\n');
  return lines.length <= LINES + 1 ? text : `${lines.slice(0, LINES).join('\n')}\n…`;
}
