import { IsIn } from 'class-validator';
import {
  type Claim,
  claimOf,
  Command,
  type Decide,
  DomainError,
  type Event,
  IsId,
  IsText,
  IsWebAddress,
  Optional,
  type PartialDate,
} from '#event-sourcing';
import { type Meeting, ofMeeting, type OfMeeting } from './meeting.js';
import { assertHeld } from './status.js';

/** How far a record can be relied on, least first (`DOMAIN.md`, Records). */
export const AUTHORITIES = ['caption', 'draft', 'adopted', 'corrected'] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** Makes a record of what was said public: captions, minutes, a summary. */
export class PublishRecord extends Command {
  @IsId() readonly meetingId!: string;
  /** The sitting that it is of; the whole meeting when left out. */
  @Optional() @IsText(100) readonly sitting?: string;
  @IsIn(AUTHORITIES) readonly authority!: Authority;
  @Optional() @IsWebAddress() readonly page?: string;
  @Optional() @IsText(20_000) readonly summary?: string;
}

export type RecordPublished = Event<'RecordPublished', Claim<PublishRecord> & OfMeeting>;

/** A record as it was published. */
export type MeetingRecord = Readonly<{
  /** Null for the whole meeting. */
  sitting: string | null;
  authority: Authority;
  page: string | null;
  summary: string | null;
  effective: PartialDate;
  factId: string;
}>;

const rank = ({ authority }: Pick<MeetingRecord, 'authority'>): number => AUTHORITIES.indexOf(authority);

/** The record to go by: the latest of the highest authority. Of the whole meeting, or of one sitting. */
export function recordInForce({ records }: Meeting, sitting: string | null = null): MeetingRecord | undefined {
  const own = records.filter((record) => record.sitting === sitting);
  const highest = Math.max(...own.map(rank));
  return own.findLast((record) => rank(record) === highest);
}

export const publishRecord: Decide<PublishRecord, Meeting, RecordPublished> = (command, meeting) => {
  const { sitting, authority, page = null, summary = null, effective } = command;
  assertHeld(meeting, sitting, effective);
  const inForce = recordInForce(meeting, sitting ?? null);
  if (inForce && rank({ authority }) < rank(inForce)) {
    throw new DomainError(`By ${effective} there is a record that is ${inForce.authority}, of ${inForce.effective}: ${authority} is less.`);
  }
  if (inForce?.authority === authority && inForce.page === page && inForce.summary === summary) return [];
  return [{ type: 'RecordPublished', data: { ...ofMeeting(meeting), ...claimOf(command) } }];
};
