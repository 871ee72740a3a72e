import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import {
  type Claim,
  claimOf,
  Command,
  type Decide,
  type Event,
  type Fact,
  IsId,
  IsText,
  Optional,
  type PartialDate,
} from '#event-sourcing';
import { type Meeting, ofMeeting, type OfMeeting } from './meeting.js';
import { assertHeld } from './status.js';

/** Ways in which meetings decide (`DOMAIN.md`, Decisions and actions). */
export const DECISION_RULES = ['consensus', 'last call', 'vote', 'chair'] as const;
export type DecisionRule = (typeof DECISION_RULES)[number];

/** Something was decided in a meeting, or on the list after it: then `effective` is the later day. */
export class RecordDecision extends Command {
  @IsId() readonly meetingId!: string;
  @IsId() readonly decisionId!: string;
  @IsText(5000) readonly text!: string;
  /** The workstreams about which it was decided. */
  @Optional() @IsArray() @ArrayMaxSize(200) @ArrayUnique() @IsId({ each: true }) readonly about?: readonly string[];
  @Optional() @IsIn(DECISION_RULES) readonly by?: DecisionRule;
}

export type DecisionRecorded = Event<'DecisionRecorded', Claim<RecordDecision> & OfMeeting>;

export type MeetingDecision = Readonly<{
  decisionId: string;
  text: string;
  /** Ids of workstreams. */
  about: readonly string[];
  by: DecisionRule | null;
  effective: PartialDate;
  factId: string;
}>;

export const recordedDecision = ({ data, effective, id }: Fact<DecisionRecorded>): MeetingDecision => ({
  decisionId: data.decisionId,
  text: data.text,
  about: data.about ?? [],
  by: data.by ?? null,
  effective,
  factId: id,
});

export const recordDecision: Decide<RecordDecision, Meeting, DecisionRecorded> = (command, meeting) => {
  assertHeld(meeting, undefined, command.effective);
  if (meeting.decisions.some(({ decisionId }) => decisionId === command.decisionId)) return [];
  return [{ type: 'DecisionRecorded', data: { ...ofMeeting(meeting), ...claimOf(command) } }];
};
