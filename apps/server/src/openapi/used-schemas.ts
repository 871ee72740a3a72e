const NAME = /#\/components\/schemas\/([^"]+)/g;

/** Of all schemas those that a description refers to, and those that they refer to in turn. */
export function usedSchemas<S extends object>(description: object, all: Readonly<Record<string, S>>): Record<string, S> {
  const used: Record<string, S> = {};
  const look = (text: string): void => {
    for (const [, name] of text.matchAll(NAME)) {
      if (Object.hasOwn(used, name!)) continue;
      used[name!] = all[name!]!;
      look(JSON.stringify(all[name!]));
    }
  };
  look(JSON.stringify(description));
  return used;
}
