import type { CoalitionEvent } from '#workstreams';
import { dateText } from './dates.js';
import { bracketed, list, quoted, type Sentences } from './words.js';

export const coalitionSentences: Sentences<CoalitionEvent> = {
  CoalitionExploring: () => 'It is being explored whether to form the coalition.',
  CoalitionProposed: ({ need, representatives }) => {
    const groups = new Set(representatives.map(({ stakeholderGroup }) => stakeholderGroup));
    return `The coalition was proposed, with representatives of ${list([...groups])}: ${quoted(need)}.`;
  },
  CoalitionRecognised: () => 'The Secretariat recognised the coalition.',
  CommonStandardsAdopted: ({ standards }) => `The coalition adopted common standards: ${list(standards)}.`,
  StandardsChecked: ({ results, toBeFixedBy }) => {
    const found = results.map(({ standard, met, remark }) => `${standard} ${met ? 'met' : 'not met'}${bracketed([remark])}`);
    return `The common standards were checked: ${list(found)}${toBeFixedBy ? `, to be fixed by ${dateText(toBeFixedBy)}` : ''}.`;
  },
  CoalitionDeclaredInactive: () => 'The coalition was said to be inactive.',
  CoalitionRecommitted: ({ cycle }) => `The coalition recommitted to its work${bracketed([cycle && `cycle ${cycle}`])}.`,
  CoalitionSucceeded: ({ succeededBy }, nameOf) => `${quoted(nameOf(succeededBy))} succeeded this coalition.`,
  CoalitionListed: ({ list: name, as }) => `The list ${quoted(name)} shows the coalition${as === 'listed' ? '' : ` as ${as}`}.`,
  CoalitionOmitted: ({ list: name }) => `The list ${quoted(name)} does not show the coalition.`,
};
