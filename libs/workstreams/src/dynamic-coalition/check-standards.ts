import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, ValidateNested } from 'class-validator';
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
import { saysNothingNew, surelyBefore } from '../workstream/occasion.js';
import type { Step } from '../step.js';
import type { Workstream } from '../workstream/workstream.js';
import { COMMON_STANDARDS, type CommonStandard } from './adopt-common-standards.js';
import { coalitionBy } from './coalition-life.js';

/** What a check found about one standard. */
export class StandardResult {
  @IsIn(COMMON_STANDARDS) readonly standard!: CommonStandard;
  @IsBoolean() readonly met!: boolean;
  @Optional() @IsText(1000) readonly remark?: string;
}

/** Somebody looks whether the coalition keeps the common standards. They bind also one that has not adopted them on record. */
export class CheckStandards extends Command {
  @IsId() readonly workstreamId!: string;
  /** One for each standard that was looked at. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => StandardResult)
  readonly results!: readonly StandardResult[];
  /** The day by which what is not met is to be put right. */
  @Optional() @IsSingleDate() readonly toBeFixedBy?: PartialDate;
}

export type StandardsChecked = Event<'StandardsChecked', Claim<CheckStandards>>;

/** What one check found. */
export type StandardsCheck = Step & Readonly<{ results: readonly StandardResult[]; toBeFixedBy?: PartialDate }>;

function assertConsistent(results: readonly StandardResult[]): void {
  const twice = results.find(({ standard }, index) => results.findIndex((other) => other.standard === standard) < index);
  if (twice) throw new DomainError(`There are two results for ${twice.standard}.`);
}

function assertDeadline(results: readonly StandardResult[], toBeFixedBy: PartialDate, effective: PartialDate): void {
  if (results.every(({ met }) => met)) throw new DomainError('All that was looked at is met: there is nothing to be fixed.');
  if (surelyBefore(toBeFixedBy, effective)) throw new DomainError(`What was found on ${effective} cannot be due on ${toBeFixedBy}.`);
}

export const checkStandards: Decide<CheckStandards, Workstream, StandardsChecked> = (command, workstream) => {
  const { effective, results, toBeFixedBy } = command;
  const { standardsChecks } = coalitionBy(effective, workstream);
  assertConsistent(results);
  if (toBeFixedBy !== undefined) assertDeadline(results, toBeFixedBy, effective);
  // The same finding on another day is another finding.
  const isKnown = standardsChecks.some((check) => check.effective === effective && saysNothingNew(command, check));
  return isKnown ? [] : [{ type: 'StandardsChecked', data: claimOf(command) }];
};
