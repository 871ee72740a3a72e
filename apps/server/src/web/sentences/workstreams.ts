import type { WorkstreamEvent } from '#workstreams';
import { bodySentences, magDecisionSentences, stageSentences } from './forums.js';
import { cycleSentences } from './cycles.js';
import { roleSentences } from './roles.js';
import { bracketed, quoted, type Sentences } from './words.js';

export const workstreamSentences: Sentences<WorkstreamEvent> = {
  BestPracticeForumRegistered: ({ name, cycle, series }) =>
    `${quoted(name)} came into being${bracketed([`cycle ${cycle}`, series && `series ${quoted(series)}`])}.`,
  DynamicCoalitionRegistered: ({ name, abbreviation }) => `${quoted(name)} came into being${bracketed([abbreviation])}.`,
  CenbPhaseRegistered: ({ name, phase, cycle }) => `${quoted(name)} came into being${bracketed([`phase ${phase}`, `cycle ${cycle}`])}.`,
  IgfInitiativeRegistered: ({ name, level, place, beganAs }) => `${quoted(name)} came into being${bracketed([beganAs, level, place])}.`,
  PolicyNetworkRegistered: ({ name, abbreviation }) => `${quoted(name)} came into being${bracketed([abbreviation])}.`,
  ...bodySentences,
  ...magDecisionSentences,
  ...stageSentences,
  WorkstreamRenamed: ({ name }) => `It was renamed ${quoted(name)}.`,
  ...cycleSentences,
  ...roleSentences,
  AliasAdded: ({ alias }) => `It is also called ${quoted(alias)}.`,
};
