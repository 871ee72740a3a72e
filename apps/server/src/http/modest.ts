import { InvalidInput, pointerTo } from '#event-sourcing';

/** The most that a request may hold: more than any command has room for, and little enough to be checked in no time. */
const MOST_VALUES = 2000;
const DEEPEST = 10;

/** Keys with a meaning in JavaScript itself: what makes instances of inputs passes over them without a word. */
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

type Place = Readonly<{ value: object; pointer: string; depth: number }>;

const refuse = (pointer: string, detail: string): never => {
  throw new InvalidInput([{ pointer, detail }]);
};

function inside({ value, pointer, depth }: Place): Place[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const at = pointerTo(pointer, key);
    if (RESERVED.has(key)) refuse(at, 'is not a field of anything');
    return typeof inner === 'object' && inner !== null ? [{ value: inner, pointer: at, depth: depth + 1 }] : [];
  });
}

/**
 * Refuses an input that is too deep or too wide for the checks that follow, which walk it by recursion and compare all with all.
 * @throws InvalidInput
 */
export function assertModest(input: object): void {
  const open: Place[] = [{ value: input, pointer: '', depth: 1 }];
  for (let seen = 0; open.length > 0;) {
    const place = open.pop()!;
    seen += Object.keys(place.value).length;
    if (seen > MOST_VALUES) refuse('', `holds more than ${MOST_VALUES} values`);
    if (place.depth > DEEPEST) refuse(place.pointer, `lies more than ${DEEPEST} levels deep`);
    open.push(...inside(place));
  }
}
