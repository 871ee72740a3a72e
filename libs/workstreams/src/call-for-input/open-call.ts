import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, ValidateNested } from 'class-validator';
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
  IsWebAddress,
  Optional,
  type PartialDate,
  period,
} from '#event-sourcing';
import type { Call } from './call-for-input.js';
import { CategoryDeadline, EVERYONE, isSame } from './deadlines.js';

/** What a call asks for. */
export const CALL_PURPOSES = ['input', 'comments', 'survey', 'proposals', 'stocktaking'] as const;

/** Ways in which calls were answered (`DOMAIN.md`, Channels); several may be open side by side. */
export const CHANNEL_KINDS = [
  'e-mail',
  'mailing list',
  'web form',
  'survey',
  'review platform',
  'shared document',
  'mobile message',
  'meeting',
  'other',
] as const;

export class Channel {
  @IsIn(CHANNEL_KINDS) readonly kind!: (typeof CHANNEL_KINDS)[number];
  @Optional() @IsText(500) readonly address?: string;
}

/** Invites the public, or some of it, to contribute. Several workstreams may call together. */
export class OpenCall extends Command {
  @IsId() readonly callId!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ArrayUnique() @IsId({ each: true }) readonly workstreamIds!: readonly string[];
  @IsText(300) readonly title!: string;
  @Optional() @IsIn(CALL_PURPOSES) readonly purpose?: (typeof CALL_PURPOSES)[number];
  @Optional() @IsArray() @ArrayMaxSize(50) @IsText(2000, { each: true }) readonly questions?: readonly string[];
  @Optional() @IsArray() @ArrayMaxSize(50) @IsText(200, { each: true }) readonly audience?: readonly string[];
  @Optional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => Channel) readonly channels?: readonly Channel[];
  /** What arrives by then goes into the next draft. */
  @Optional() @IsSingleDate() readonly inclusionDate?: PartialDate;
  /** What arrives by then is taken. */
  @Optional() @IsSingleDate() readonly closingDate?: PartialDate;
  /** Deadlines that hold for one category of contributors only. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CategoryDeadline)
  readonly deadlines?: readonly CategoryDeadline[];
  @Optional() @IsWebAddress() readonly page?: string;
}

export type CallOpened = Event<'CallOpened', Claim<OpenCall>>;

/** Each category has one date of each kind; the dates for everyone have fields of their own. */
function assertOneEach(deadlines: readonly CategoryDeadline[]): void {
  for (const [index, deadline] of deadlines.entries()) {
    const { kind, category } = deadline;
    if (isSame(deadline, { kind, category: EVERYONE })) {
      throw new DomainError(`A date for everyone is the ${kind === 'inclusion' ? 'inclusionDate' : 'closingDate'} of the call itself.`);
    }
    if (deadlines.slice(0, index).some((other) => isSame(other, deadline))) {
      throw new DomainError(`There are two ${kind} dates for ${category}.`);
    }
  }
}

export const openCall: Decide<OpenCall, Call, CallOpened> = (command, call) => {
  if (call.opened) throw new DomainError('This call has been opened already.');
  const { inclusionDate, closingDate, deadlines = [], effective } = command;
  if (inclusionDate && closingDate && period(inclusionDate).first >= period(closingDate).end) {
    throw new DomainError(`The inclusion date, ${inclusionDate}, lies after the closing date, ${closingDate}.`);
  }
  assertOneEach(deadlines);
  for (const date of [inclusionDate, closingDate, ...deadlines.map(({ on }) => on)]) {
    if (date && period(date).end <= period(effective).first)
      throw new DomainError(`A call that opened on ${effective} cannot be due on ${date}.`);
  }
  return [{ type: 'CallOpened', data: claimOf(command) }];
};
