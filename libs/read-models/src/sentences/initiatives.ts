import type { InitiativeEvent } from '#workstreams';
import { dateText } from './dates.js';
import { bracketed, list, quoted, type Sentences } from './words.js';

export const initiativeSentences: Sentences<InitiativeEvent> = {
  InitiativeForming: () => 'The initiative is in formation.',
  InitiativeFounded: () => 'The initiative was founded.',
  InitiativeRecognised: () => 'The Secretariat recognised the initiative.',
  InitiativeListed: ({ list: name }) => `The initiative is listed${name ? ` on ${quoted(name)}` : ' by the Secretariat'}.`,
  InitiativeDelisted: ({ list: name }) => `The initiative is no longer listed${name ? ` on ${quoted(name)}` : ' by the Secretariat'}.`,
  AnnualMeetingScheduled: ({ year, scheduledFor, place, tentative }) =>
    `The meeting of ${year} was planned for ${dateText(scheduledFor)}${bracketed([place, tentative && 'tentative'])}.`,
  AnnualMeetingHeld: ({ year, edition, place, first }) =>
    `The meeting of ${year} was held${bracketed([first && 'the first', edition && `edition ${edition}`, place])}.`,
  PrinciplesAffirmed: ({ principles }) => `The initiative affirmed principles: ${list(principles)}.`,
  OrganisingTeamNamed: ({ members, complete }) => {
    const groups = members.map(({ stakeholderGroup, count }) => `${stakeholderGroup}${bracketed([count])}`);
    return `The organising team was named${complete === false ? ' in part' : ''}: ${list(groups)}.`;
  },
  InitiativeDormant: () => 'The initiative was said to be dormant.',
  InitiativeRejuvenated: () => 'The initiative was rejuvenated.',
  InitiativeAttested: ({ as }) => `A source speaks of the initiative: ${quoted(as)}.`,
  InitiativeReclassified: ({ level, place, regionalGroup }) =>
    `The initiative became another: ${list([level && `level ${level}`, place && `place ${place}`, regionalGroup])}.`,
};
