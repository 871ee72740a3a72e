import type { RoleEvent } from '#workstreams';
import { dateText } from '../dates.js';
import { bracketed, quoted, type Sentences } from './words.js';

export const roleSentences: Sentences<RoleEvent> = {
  RoleTaken: ({ personId, role, title, forBody, until }, nameOf) =>
    `${nameOf(personId)} became ${role}${bracketed([title && quoted(title), forBody && `for ${forBody}`, until && `until ${dateText(until)}`])}.`,
  RoleEnded: ({ personId, role }, nameOf) => `${nameOf(personId)} was no longer ${role}.`,
};
