import type { AliasAdded, WorkstreamRegistered, WorkstreamRenamed } from '#workstreams';
import { bracketed, quoted, type Sentences } from './words.js';

export const workstreamSentences: Sentences<WorkstreamRegistered | WorkstreamRenamed | AliasAdded> = {
  BestPracticeForumRegistered: ({ name, cycle, series }) =>
    `${quoted(name)} came into being${bracketed([`cycle ${cycle}`, series && `series ${quoted(series)}`])}.`,
  DynamicCoalitionRegistered: ({ name, abbreviation }) => `${quoted(name)} came into being${bracketed([abbreviation])}.`,
  CenbPhaseRegistered: ({ name, phase, cycle }) => `${quoted(name)} came into being${bracketed([`phase ${phase}`, `cycle ${cycle}`])}.`,
  IgfInitiativeRegistered: ({ name, level, place, beganAs }) => `${quoted(name)} came into being${bracketed([beganAs, level, place])}.`,
  PolicyNetworkRegistered: ({ name, abbreviation }) => `${quoted(name)} came into being${bracketed([abbreviation])}.`,
  WorkstreamRenamed: ({ name }) => `It was renamed ${quoted(name)}.`,
  AliasAdded: ({ alias }) => `It is also called ${quoted(alias)}.`,
};
