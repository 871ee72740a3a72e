import { IsIn } from 'class-validator';
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
  period,
} from '#event-sourcing';
import { type Call, ofCall, type OfCall } from './call-for-input.js';
import { assertOpen } from './close-call.js';
import { closingDateFor, dateSoFar, DEADLINE_KINDS, type DeadlineKind, deadlineOf, EVERYONE } from './deadlines.js';

/** Gives contributors more time. `effective` is when that was announced; sources often leave it open: then give its bounds. */
export class ExtendDeadline extends Command {
  @IsId() readonly callId!: string;
  @IsIn(DEADLINE_KINDS) readonly deadline!: DeadlineKind;
  /** The contributors for whom it holds; everyone when left out. */
  @Optional() @IsText(100) readonly category?: string;
  @IsSingleDate() readonly to!: PartialDate;
  @Optional() @IsText(200) readonly announcedBy?: string;
  /** Where it was announced: a list, a page, a meeting. */
  @Optional() @IsText(500) readonly announcedIn?: string;
}

/** `from` is the date that held until then, as was known when this was recorded, and `fromKind` its kind; null when there was none. */
export type DeadlineExtended = Event<
  'DeadlineExtended',
  Claim<ExtendDeadline> & OfCall & { from: PartialDate | null; fromKind: DeadlineKind | null }
>;

/** What arrives for the next draft cannot be due after the last day on which anything is taken. */
function assertBeforeClosing({ deadline, category, to }: ExtendDeadline, { deadlines }: Call): void {
  const closing = deadline === 'inclusion' ? closingDateFor(deadlines, category ?? EVERYONE) : undefined;
  if (closing && period(to).first >= period(closing).end) {
    throw new DomainError(`The inclusion date, ${to}, would lie after the closing date, ${closing}. Extend that first.`);
  }
}

export const extendDeadline: Decide<ExtendDeadline, Call, DeadlineExtended> = (command, call) => {
  assertOpen(call, command.effective);
  const { deadline, category = EVERYONE, to } = command;
  const before = dateSoFar(call.deadlines, { kind: deadline, category });
  const from = before?.current ?? null;
  if (deadlineOf(call.deadlines, { kind: deadline, category })?.current === to) return [];
  if (from && period(to).end <= period(from).end) {
    throw new DomainError(
      `An extension moves a deadline later: ${to} does not follow ${from}. If ${from} was recorded wrongly, amend the fact that says so.`,
    );
  }
  assertBeforeClosing(command, call);
  return [{ type: 'DeadlineExtended', data: { ...ofCall(call), ...claimOf(command), from, fromKind: before?.kind ?? null } }];
};
