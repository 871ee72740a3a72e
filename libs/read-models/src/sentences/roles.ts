import type { RoleEvent } from '#workstreams';
import { dateText } from './dates.js';
import { bracketed, quoted, type Sentences } from './words.js';

const who = (name: string): string => name || 'Somebody';

export const roleSentences: Sentences<RoleEvent> = {
  RoleTaken: ({ personId, role, title, forBody, until }, nameOf) =>
    `${who(nameOf(personId))} became ${role}${bracketed([title && quoted(title), forBody && `for ${forBody}`, until && `until ${dateText(until)}`])}.`,
  RoleEnded: ({ personId, role }, nameOf) => `${who(nameOf(personId))} was no longer ${role}.`,
};
