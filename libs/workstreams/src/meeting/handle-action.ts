import { claimOf, Command, type Decide, DomainError, IsId, IsSingleDate, IsText, Optional, type PartialDate } from '#event-sourcing';
import type { ActionAssigned, ActionCarriedOver, ActionCompleted, MeetingAction } from './actions.js';
import { type Meeting, ofMeeting } from './meeting.js';
import { assertHeld } from './status.js';
import { isBefore } from './sittings.js';

abstract class OnAction extends Command {
  @IsId() readonly meetingId!: string;
  @IsId() readonly actionId!: string;
}

/** Somebody is to do something, as was agreed in a meeting. */
export class AssignAction extends OnAction {
  @IsText(5000) readonly text!: string;
  /** Who is to do it, as printed. */
  @Optional() @IsText(300) readonly owner?: string;
  /** Who is to do it, where that person is on record. */
  @Optional() @IsId() readonly personId?: string;
  @Optional() @IsSingleDate() readonly dueOn?: PartialDate;
}

/** An action was not done and is taken up again in a later meeting. */
export class CarryActionOver extends OnAction {
  /** The meeting that takes it up. */
  @IsId() readonly toMeetingId!: string;
  /** The date by which it is due now; as before when left out. */
  @Optional() @IsSingleDate() readonly dueOn?: PartialDate;
}

/** An action has been done. */
export class CompleteAction extends OnAction {}

function actionOf({ actions }: Meeting, actionId: string, effective: PartialDate): MeetingAction {
  const action = actions.find((each) => each.actionId === actionId && each.assigned);
  if (!action) throw new DomainError(`The meeting has assigned no action ${actionId} by ${effective}.`);
  return action;
}

function assertDueAfter(dueOn: PartialDate | undefined, effective: PartialDate): void {
  if (dueOn !== undefined && isBefore(dueOn, effective)) {
    throw new DomainError(`What is agreed on ${effective} cannot be due on ${dueOn}.`);
  }
}

export const assignAction: Decide<AssignAction, Meeting, ActionAssigned> = (command, meeting) => {
  assertHeld(meeting, undefined, command.effective);
  if (meeting.actions.some(({ actionId, assigned }) => actionId === command.actionId && assigned)) return [];
  assertDueAfter(command.dueOn, command.effective);
  return [{ type: 'ActionAssigned', data: { ...ofMeeting(meeting), ...claimOf(command) } }];
};

export const carryActionOver: Decide<CarryActionOver, Meeting, ActionCarriedOver> = (command, meeting) => {
  const { actionId, toMeetingId, dueOn, effective } = command;
  const action = actionOf(meeting, actionId, effective);
  if (action.completed) throw new DomainError(`The action was completed on ${action.completed.effective}.`);
  if (toMeetingId === command.meetingId) throw new DomainError('An action is carried over to another meeting than its own.');
  if (action.carriedOver.at(-1)?.toMeetingId === toMeetingId && (dueOn ?? action.dueOn) === action.dueOn) return [];
  assertDueAfter(dueOn, effective);
  return [{ type: 'ActionCarriedOver', data: { ...ofMeeting(meeting), ...claimOf(command) } }];
};

export const completeAction: Decide<CompleteAction, Meeting, ActionCompleted> = (command, meeting) => {
  const { completed } = actionOf(meeting, command.actionId, command.effective);
  return completed ? [] : [{ type: 'ActionCompleted', data: { ...ofMeeting(meeting), ...claimOf(command) } }];
};
