import type { Changes, Correction, Event, Fact, FactAmended, FactRetracted, PartialDate } from '#event-sourcing';
import type { CallEvent, CategoryDeadline, DeadlineKind, RegionalGroup, StakeholderGroup, WorkstreamEvent } from '#workstreams';

/** Every kind of fact that there is. */
export type AnyFact = WorkstreamEvent | CallEvent | Correction;

type OfCall = Readonly<{ callId: string }>;
type OfContribution = OfCall & Readonly<{ contributionId: string }>;
type Optional<T> = T | undefined;

/** What a timeline says of one fact: a kind and its parameters. Sentences are made where a language is known. */
export type Entry =
  | Readonly<{
      kind: 'workstream registered';
      name: string;
      abbreviation?: Optional<string>;
      cycle?: Optional<number>;
      series?: Optional<string>;
      renews?: Optional<readonly string[]>;
      phase?: Optional<string>;
      focusSdgs?: Optional<readonly number[]>;
      level?: Optional<string>;
      place?: Optional<string>;
      beganAs?: Optional<string>;
    }>
  | Readonly<{ kind: 'workstream renamed'; name: string }>
  | Readonly<{ kind: 'alias added'; alias: string }>
  | (OfCall &
      Readonly<{
        kind: 'call opened';
        title: string;
        inclusionDate: Optional<PartialDate>;
        closingDate: Optional<PartialDate>;
        deadlines: Optional<readonly CategoryDeadline[]>;
      }>)
  | (OfCall &
      Readonly<{
        kind: 'deadline extended';
        deadline: DeadlineKind;
        category: Optional<string>;
        from: PartialDate | null;
        fromKind: DeadlineKind | null;
        to: PartialDate;
        announcedBy: Optional<string>;
        announcedIn: Optional<string>;
      }>)
  | (OfCall & Readonly<{ kind: 'call closed' | 'call reopened' }>)
  | (OfContribution &
      Readonly<{
        kind: 'contribution received';
        contributionKind: string;
        title: Optional<string>;
        organisation: Optional<string>;
        stakeholderGroup: Optional<StakeholderGroup>;
        regionalGroup: Optional<RegionalGroup>;
      }>)
  | (OfContribution & Readonly<{ kind: 'late contribution accepted' | 'contribution acknowledged' | 'contribution withdrawn' }>)
  | (OfContribution & Readonly<{ kind: 'contribution published'; page: Optional<string> }>)
  | (OfCall &
      Readonly<{
        kind: 'contributions counted';
        count: string;
        contributors: Optional<string>;
        covers: Optional<string>;
        includesOtherCalls: Optional<boolean>;
      }>)
  | Readonly<{
      kind: 'fact amended';
      corrects: string;
      of: Optional<string>;
      was: Changes;
      changes: Changes;
      effectiveWas: Optional<PartialDate>;
      effective: Optional<PartialDate>;
    }>
  | Readonly<{ kind: 'fact retracted'; corrects: string; of: Optional<string> }>
  | Readonly<{ kind: 'unknown'; type: string }>;

/** The fact that a correction names, as it was recorded. */
export type Corrected = (factId: string) => Fact | undefined;

type Entries<E extends Event> = { readonly [T in E['type']]: (fact: Fact<Extract<E, { type: T }>>, corrected: Corrected) => Entry };

/** One entry for every kind of fact: leaving one out does not compile. */
export const entries: Entries<AnyFact> = {
  BestPracticeForumRegistered: ({ data: { name, cycle, series, renews } }) => ({
    kind: 'workstream registered',
    name,
    cycle,
    series,
    renews,
  }),
  DynamicCoalitionRegistered: ({ data: { name, abbreviation } }) => ({ kind: 'workstream registered', name, abbreviation }),
  CenbPhaseRegistered: ({ data: { name, phase, cycle, focusSdgs } }) => ({ kind: 'workstream registered', name, phase, cycle, focusSdgs }),
  IgfInitiativeRegistered: ({ data: { name, level, place, beganAs } }) => ({ kind: 'workstream registered', name, level, place, beganAs }),
  PolicyNetworkRegistered: ({ data: { name, abbreviation } }) => ({ kind: 'workstream registered', name, abbreviation }),
  WorkstreamRenamed: ({ data: { name } }) => ({ kind: 'workstream renamed', name }),
  AliasAdded: ({ data: { alias } }) => ({ kind: 'alias added', alias }),
  CallOpened: ({ data: { callId, title, inclusionDate, closingDate, deadlines } }) => ({
    kind: 'call opened',
    callId,
    title,
    inclusionDate,
    closingDate,
    deadlines,
  }),
  DeadlineExtended: ({ data: { callId, deadline, category, from, fromKind, to, announcedBy, announcedIn } }) => ({
    kind: 'deadline extended',
    callId,
    deadline,
    category,
    from,
    fromKind,
    to,
    announcedBy,
    announcedIn,
  }),
  CallClosed: ({ data: { callId } }) => ({ kind: 'call closed', callId }),
  CallReopened: ({ data: { callId } }) => ({ kind: 'call reopened', callId }),
  ContributionReceived: ({ data: { callId, contributionId, kind, title, organisation, stakeholderGroup, regionalGroup } }) => ({
    kind: 'contribution received',
    callId,
    contributionId,
    contributionKind: kind,
    title,
    organisation,
    stakeholderGroup,
    regionalGroup,
  }),
  LateContributionAccepted: ({ data: { callId, contributionId } }) => ({ kind: 'late contribution accepted', callId, contributionId }),
  ContributionAcknowledged: ({ data: { callId, contributionId } }) => ({ kind: 'contribution acknowledged', callId, contributionId }),
  ContributionPublished: ({ data: { callId, contributionId, page } }) => ({ kind: 'contribution published', callId, contributionId, page }),
  ContributionWithdrawn: ({ data: { callId, contributionId } }) => ({ kind: 'contribution withdrawn', callId, contributionId }),
  ContributionsCounted: ({ data: { callId, count, contributors, covers, includesOtherCalls } }) => ({
    kind: 'contributions counted',
    callId,
    count,
    contributors,
    covers,
    includesOtherCalls,
  }),
  FactAmended: ({ data }: Fact<FactAmended>, corrected) => {
    const target = corrected(data.corrects);
    const was = target ? before(target, data.changes) : {};
    const effectiveWas = data.effective === undefined ? undefined : target?.effective;
    return {
      kind: 'fact amended',
      corrects: data.corrects,
      of: target?.type,
      was,
      changes: data.changes,
      effectiveWas,
      effective: data.effective,
    };
  },
  FactRetracted: ({ data }: Fact<FactRetracted>, corrected) => ({
    kind: 'fact retracted',
    corrects: data.corrects,
    of: corrected(data.corrects)?.type,
  }),
};

/** The types of facts, as stores keep them. */
export const FACT_TYPES = Object.keys(entries) as readonly AnyFact['type'][];

/** The kinds of entries, each once: leaving one out does not compile. */
const KINDS: Readonly<Record<Entry['kind'], true>> = {
  'workstream registered': true,
  'workstream renamed': true,
  'alias added': true,
  'call opened': true,
  'deadline extended': true,
  'call closed': true,
  'call reopened': true,
  'contribution received': true,
  'late contribution accepted': true,
  'contribution acknowledged': true,
  'contribution published': true,
  'contribution withdrawn': true,
  'contributions counted': true,
  'fact amended': true,
  'fact retracted': true,
  unknown: true,
};

export const ENTRY_KINDS = Object.keys(KINDS) as readonly Entry['kind'][];

/** What the changed fields said before. */
function before({ data }: Fact, changes: Changes): Changes {
  const values = data as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.keys(changes).map((name) => [name, values[name] ?? null]));
}

/** The entry of a fact of any kind, also of one that this version does not know. */
export function entryOf(fact: Fact, corrected: Corrected): Entry {
  if (!Object.hasOwn(entries, fact.type)) return { kind: 'unknown', type: fact.type };
  return (entries[fact.type as AnyFact['type']] as (fact: Fact, corrected: Corrected) => Entry)(fact, corrected);
}
