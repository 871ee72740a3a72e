import type {
  BodyRegistered,
  CoordinationGroupRegistered,
  FocusGoalsSet,
  FrameworkAdopted,
  MagDecisionEvent,
  ScopingStarted,
  WorkingGroupRegistered,
  WorkstreamClosed,
  WorkstreamMerged,
  WorkstreamPresented,
} from '#workstreams';
import { bracketed, quoted, type Sentences } from './words.js';

type StageEvent = ScopingStarted | FrameworkAdopted | FocusGoalsSet | WorkstreamPresented | WorkstreamMerged | WorkstreamClosed;

const forCycle = (cycle: number | undefined): string => (cycle === undefined ? '' : ` for the ${cycle} cycle`);

export const magDecisionSentences: Sentences<MagDecisionEvent> = {
  WorkstreamProposed: ({ cycle, title, proposedBy }) =>
    `It was proposed to the MAG${forCycle(cycle)}${title ? ` as ${quoted(title)}` : ''}${proposedBy ? ` by ${proposedBy}` : ''}.`,
  WorkstreamApproved: ({ cycle, decidedIn, changes }) =>
    `The MAG approved it${forCycle(cycle)}${bracketed([decidedIn])}${changes ? `, with changes: ${quoted(changes)}` : ''}.`,
  WorkstreamNotApproved: ({ cycle, decidedIn }) => `The MAG did not approve it${forCycle(cycle)}${bracketed([decidedIn])}.`,
};

export const stageSentences: Sentences<StageEvent> = {
  ScopingStarted: ({ scope }) => `Work on its scope began${scope ? `: ${quoted(scope)}` : ''}.`,
  FrameworkAdopted: ({ title }) => `Its framework was adopted${title ? `: ${quoted(title)}` : ''}.`,
  FocusGoalsSet: ({ focusSdgs }) =>
    `It looks at Sustainable Development ${focusSdgs.length === 1 ? 'Goal' : 'Goals'} ${focusSdgs.join(', ')}.`,
  WorkstreamPresented: ({ cycle, session }) =>
    `Its work${forCycle(cycle)} was presented at the annual meeting${session ? `, in ${quoted(session)}` : ''}.`,
  WorkstreamMerged: ({ into }, nameOf) => `It was merged into ${quoted(nameOf(into))}.`,
  WorkstreamClosed: () => 'It was closed.',
};

export const bodySentences: Sentences<CoordinationGroupRegistered | WorkingGroupRegistered | BodyRegistered> = {
  CoordinationGroupRegistered: ({ name, abbreviation }) => `${quoted(name)} came into being${bracketed([abbreviation])}.`,
  WorkingGroupRegistered: ({ name, abbreviation }) => `${quoted(name)} came into being${bracketed([abbreviation])}.`,
  BodyRegistered: ({ name, abbreviation }) => `${quoted(name)} came into being${bracketed([abbreviation])}.`,
};
