import { ArrayMaxSize, ArrayUnique, IsArray } from 'class-validator';
import { type Claim, claimOf, type Decide, type Event, type Evolve, IsId, IsText, Optional } from '#event-sourcing';
import { decisionsBefore, type MagDecisions } from '../mag-decision/mag-decisions.js';
import { type Closable, closingBefore } from '../stage/close-workstream.js';
import { type Presentable, presentationsBefore } from '../stage/present-workstream.js';
import { registered } from '../workstream/names.js';
import { assertUnregistered, IsCycle, RegisterWorkstream } from '../workstream/register-workstream.js';
import type { Registered, Workstream } from '../workstream/workstream.js';
import { type Mergeable, mergerBefore } from './merge-workstream.js';
import { type Scoped, scopingBefore } from './start-scoping.js';

/** One topic in one cycle. What runs on over the cycles under one heading is the series; each cycle renews it. */
export type BestPracticeForum = Registered &
  MagDecisions &
  Scoped &
  Presentable &
  Mergeable &
  Closable &
  Readonly<{ kind: 'best-practice-forum'; cycle: number; series: string | null; renews: readonly string[]; outputTitle: string | null }>;

export type BestPracticeForumRegistered = Event<'BestPracticeForumRegistered', Claim<RegisterBestPracticeForum>>;

export const bestPracticeForum: Evolve<Workstream, BestPracticeForumRegistered> = {
  BestPracticeForumRegistered: (before, fact) => {
    const { cycle, series = null, renews = [], outputTitle = null } = fact.data;
    return {
      ...registered(before, fact),
      ...decisionsBefore(before),
      ...scopingBefore(before),
      ...presentationsBefore(before),
      ...mergerBefore(before),
      ...closingBefore(before),
      kind: 'best-practice-forum',
      cycle,
      series,
      renews,
      outputTitle,
    };
  },
};

/** Puts a Best Practice Forum on record: one topic in one cycle. */
export class RegisterBestPracticeForum extends RegisterWorkstream {
  @IsCycle() readonly cycle!: number;
  @Optional() @IsText(300) readonly series?: string;
  /** The instances of earlier cycles that this one renews; several when they were merged. */
  @Optional() @IsArray() @ArrayUnique() @ArrayMaxSize(10) @IsId({ each: true }) readonly renews?: readonly string[];
  @Optional() @IsText(500) readonly outputTitle?: string;
}

/** A renewal is a new instance of a forum of an earlier cycle. */
export const notAnEarlierForum = (renewed: Workstream, { cycle }: RegisterBestPracticeForum): string | undefined =>
  renewed.kind === 'best-practice-forum' && renewed.cycle < cycle ? undefined : `is no Best Practice Forum of a cycle before ${cycle}`;

export const registerBestPracticeForum: Decide<RegisterBestPracticeForum, Workstream, BestPracticeForumRegistered> = (
  command,
  workstream,
) => {
  assertUnregistered(workstream);
  return [{ type: 'BestPracticeForumRegistered', data: claimOf(command) }];
};
