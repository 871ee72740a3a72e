import type { WorkstreamEvent } from '#workstreams';
import { coalitionSentences } from './coalitions.js';
import { cycleSentences } from './cycles.js';
import { bodySentences, magDecisionSentences, stageSentences } from './forums.js';
import { initiativeSentences } from './initiatives.js';
import { roleSentences } from './roles.js';
import { bracketed, quoted, type Sentences } from './words.js';
import { yearlyReportSentences } from './yearly-reports.js';

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
  ...cycleSentences,
  ...coalitionSentences,
  ...initiativeSentences,
  ...yearlyReportSentences,
  ...roleSentences,
  WorkstreamRenamed: ({ name }) => `It was renamed ${quoted(name)}.`,
  AliasAdded: ({ alias }) => `It is also called ${quoted(alias)}.`,
};
