import { ArrayMaxSize, IsArray, IsBoolean, IsIn } from 'class-validator';
import { DomainError, IsId, IsText, IsWebAddress, Optional, type PartialDate } from '#event-sourcing';
import { WhoMeets } from '../meeting-series/who-meets.js';
import { IsCycle } from '../workstream/register-workstream.js';
import type { Meeting } from './meeting.js';

/** How people meet. */
export const MEETING_KINDS = ['virtual', 'in-person', 'hybrid'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** What a session of a workstream at an annual meeting is (`DOMAIN.md`, Sessions). */
export const SESSION_KINDS = ['main', 'coordination', 'collaborative', 'workshop', 'joint', 'open forum', 'other'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** What a meeting is known by, whether it was announced or is logged afterwards. */
export abstract class BeginMeeting extends WhoMeets {
  @IsId() readonly meetingId!: string;
  @Optional() @IsId() readonly seriesId?: string;
  @IsText(500) readonly title!: string;
  @IsIn(MEETING_KINDS) readonly kind!: MeetingKind;
  /** A gathering outside the regular ones, as its source calls it. */
  @Optional() @IsBoolean() readonly informal?: boolean;
  /** What it is in the programme of an annual meeting, if it is a session there. */
  @Optional() @IsIn(SESSION_KINDS) readonly session?: SessionKind;
  /** The cycle that it belongs to, by the year of its annual meeting. */
  @Optional() @IsCycle() readonly cycle?: number;
  /** As printed: `VIa`, `XIII`, `61`. Numbers start anew and come twice: nothing is told apart by them. */
  @Optional() @IsText(50) readonly officialNumber?: string;
  /** What else it is called. */
  @Optional() @IsText(300) readonly label?: string;
  @Optional() @IsText(300) readonly place?: string;
  /** Where people join it. */
  @Optional() @IsWebAddress() readonly link?: string;
  @Optional() @IsWebAddress() readonly page?: string;
  @Optional() @IsArray() @ArrayMaxSize(100) @IsText(1000, { each: true }) readonly agenda?: readonly string[];
}

export function assertNotBegun({ begun }: Meeting): void {
  if (begun) throw new DomainError('This meeting is on record already.');
}

export function assertBegun({ begun }: Meeting, effective: PartialDate): void {
  if (!begun) throw new DomainError(`The meeting is not on record by ${effective}.`);
}

export function assertOneEach(labels: readonly string[]): void {
  const twice = labels.find((label, index) => labels.indexOf(label) !== index);
  if (twice !== undefined) throw new DomainError(`There are two sittings ${twice}.`);
}
