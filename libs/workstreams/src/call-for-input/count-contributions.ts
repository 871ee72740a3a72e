import { IsBoolean } from 'class-validator';
import {
  type Claim,
  claimOf,
  Command,
  type Dated,
  type Decide,
  type Event,
  type Fact,
  IsId,
  IsText,
  Optional,
  type PartialDate,
} from '#event-sourcing';
import { type Quantity, quantityOf } from '../quantity.js';
import { type Call, ofCall, type OfCall } from './call-for-input.js';
import { assertOpened } from './close-call.js';

/**
 * Somebody states how many contributions had been received by the effective date: a fact also when the single papers are
 * not known. Numbers are kept as printed, `40+` or `about 200`.
 */
export class CountContributions extends Command {
  @IsId() readonly callId!: string;
  @IsText(100) readonly count!: string;
  /** How many contributors they came from. */
  @Optional() @IsText(100) readonly contributors?: string;
  /** What the number is said to cover, such as a draft that used them. */
  @Optional() @IsText(200) readonly covers?: string;
  /** The number covers other calls as well: it is not one of this call alone. */
  @Optional() @IsBoolean() readonly includesOtherCalls?: boolean;
}

export type ContributionsCounted = Event<'ContributionsCounted', Claim<CountContributions> & OfCall>;

/** A stated number of contributions. Numbers that disagree stand side by side. */
export type CountStated = Readonly<{
  quantity: Quantity;
  contributors: Quantity | null;
  covers: string | null;
  includesOtherCalls: boolean;
  effective: PartialDate;
  factId: string;
}>;

export const statedCount = ({ data, effective, id }: Fact<ContributionsCounted>): CountStated => ({
  quantity: quantityOf(data.count),
  contributors: data.contributors === undefined ? null : quantityOf(data.contributors),
  covers: data.covers ?? null,
  includesOtherCalls: data.includesOtherCalls ?? false,
  effective,
  factId: id,
});

const sameNumber = (a: Quantity, b: Quantity): boolean => a.printed === b.printed;

/** The same number about the same thing says nothing new, whoever repeats it; about nothing named, only of the same date. */
function isRepeated({ count, covers, includesOtherCalls = false, effective }: Dated<CountContributions>, stated: CountStated): boolean {
  const sameThing = stated.covers === (covers ?? null) && stated.includesOtherCalls === includesOtherCalls;
  return sameThing && sameNumber(stated.quantity, quantityOf(count)) && (covers !== undefined || stated.effective === effective);
}

export const countContributions: Decide<CountContributions, Call, ContributionsCounted> = (command, call) => {
  assertOpened(call, command.effective);
  if (call.counted.some((stated) => isRepeated(command, stated))) return [];
  return [{ type: 'ContributionsCounted', data: { ...ofCall(call), ...claimOf(command) } }];
};
