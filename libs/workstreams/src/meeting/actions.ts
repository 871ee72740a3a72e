import type { Claim, Event, Fact, PartialDate } from '#event-sourcing';
import type { AssignAction, CarryActionOver, CompleteAction } from './handle-action.js';
import type { Meeting, OfMeeting } from './meeting.js';
import { type Step, stepOf } from '../step.js';

export type ActionAssigned = Event<'ActionAssigned', Claim<AssignAction> & OfMeeting>;
export type ActionCarriedOver = Event<'ActionCarriedOver', Claim<CarryActionOver> & OfMeeting>;
export type ActionCompleted = Event<'ActionCompleted', Claim<CompleteAction> & OfMeeting>;

export type MeetingAction = Readonly<{
  actionId: string;
  /** Empty where only what became of it is on record. */
  text: string;
  owner: string | null;
  personId: string | null;
  /** The date that was set first. */
  originallyDueOn: PartialDate | null;
  /** As it stands. */
  dueOn: PartialDate | null;
  assigned: Step | null;
  carriedOver: readonly (Step & Readonly<{ toMeetingId: string; dueOn: PartialDate | null }>)[];
  completed: Step | null;
}>;

const unknownAction = (actionId: string): MeetingAction => ({
  actionId,
  text: '',
  owner: null,
  personId: null,
  originallyDueOn: null,
  dueOn: null,
  assigned: null,
  carriedOver: [],
  completed: null,
});

const changed = (meeting: Meeting, actionId: string, change: (action: MeetingAction) => MeetingAction): Meeting => {
  const known = meeting.actions.some((action) => action.actionId === actionId);
  const actions = known ? meeting.actions : [...meeting.actions, unknownAction(actionId)];
  return { ...meeting, actions: actions.map((action) => (action.actionId === actionId ? change(action) : action)) };
};

/** A new date that was folded before, being of the same month, prevails. */
export const withAssigned = (meeting: Meeting, fact: Fact<ActionAssigned>): Meeting => {
  const { actionId, text, owner = null, personId = null, dueOn = null } = fact.data;
  return changed(meeting, actionId, (action) => ({
    ...action,
    text,
    owner,
    personId,
    originallyDueOn: dueOn,
    dueOn: action.dueOn ?? dueOn,
    assigned: stepOf(fact),
  }));
};

export const withCarriedOver = (meeting: Meeting, fact: Fact<ActionCarriedOver>): Meeting => {
  const { actionId, toMeetingId, dueOn = null } = fact.data;
  return changed(meeting, actionId, (action) => ({
    ...action,
    dueOn: dueOn ?? action.dueOn,
    carriedOver: [...action.carriedOver, { ...stepOf(fact), toMeetingId, dueOn }],
  }));
};

export const withCompleted = (meeting: Meeting, fact: Fact<ActionCompleted>): Meeting =>
  changed(meeting, fact.data.actionId, (action) => ({ ...action, completed: action.completed ?? stepOf(fact) }));
