import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import {
  type Claim,
  claimOf,
  Command,
  type Decide,
  DomainError,
  type Event,
  IsId,
  IsSingleDate,
  IsText,
  Optional,
  type PartialDate,
} from '#event-sourcing';
import { type Workstream, WORKSTREAM_KINDS, type WorkstreamKind } from '../workstream/workstream.js';
import { assertPlannedAhead, type Milestone } from './milestones.js';
import { assertCycle } from './preparation.js';

/** Plans a date that workstreams of a cycle share. At least one of `appliesTo` and `forWorkstreams` says which. */
export class SetMilestone extends Command {
  /** The cycle. */
  @IsId() readonly workstreamId!: string;
  @IsId() readonly milestoneId!: string;
  /** One of those that templates know, such as "first draft" or "freeze", or another in the words of the plan. */
  @IsText(200) readonly name!: string;
  @IsSingleDate() readonly dueOn!: PartialDate;
  /** The kinds of workstream that it is for. */
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(WORKSTREAM_KINDS, { each: true })
  readonly appliesTo?: readonly WorkstreamKind[];
  /** The workstreams that it is for by themselves. */
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsId({ each: true })
  readonly forWorkstreams?: readonly string[];
}

export type MilestoneSet = Event<'MilestoneSet', Claim<SetMilestone>>;

const sameSet = (a: readonly string[], b: readonly string[] = []): boolean => a.length === b.length && a.every((each) => b.includes(each));

const isSame = (milestone: Milestone, { name, appliesTo, forWorkstreams }: Claim<SetMilestone>): boolean =>
  milestone.name.toLowerCase() === name.toLowerCase() &&
  milestone.dropped === null &&
  sameSet(milestone.appliesTo, appliesTo) &&
  sameSet(milestone.forWorkstreams, forWorkstreams);

export const setMilestone: Decide<SetMilestone, Workstream, MilestoneSet> = (command, workstream) => {
  assertCycle(workstream, command.effective);
  const { name, dueOn, appliesTo, forWorkstreams, effective } = command;
  if (!appliesTo && !forWorkstreams) throw new DomainError('Say for whom the milestone is: appliesTo, forWorkstreams or both.');
  const before = workstream.milestones.find((each) => isSame(each, command));
  if (before?.current === dueOn) return [];
  if (before) throw new DomainError(`"${name}" is set for these already, due on ${before.current}: move milestone ${before.milestoneId}.`);
  assertPlannedAhead(dueOn, effective);
  return [{ type: 'MilestoneSet', data: claimOf(command) }];
};
