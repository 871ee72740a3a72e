import { ArrayMaxSize, ArrayMinSize, IsArray } from 'class-validator';
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
import { assertBegun } from './begin-meeting.js';
import { type Meeting, ofMeeting, type OfMeeting } from './meeting.js';

/** Makes an agenda public, its points or the page where it stands. A later one takes the place of an earlier one. */
export class PublishAgenda extends Command {
  @IsId() readonly meetingId!: string;
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsText(1000, { each: true })
  readonly agenda?: readonly string[];
  @Optional() @IsWebAddress() readonly page?: string;
}

export type AgendaPublished = Event<'AgendaPublished', Claim<PublishAgenda> & OfMeeting>;

/** An agenda as it was published. */
export type MeetingAgenda = Readonly<{ points: readonly string[]; page: string | null; effective: PartialDate; factId: string }>;

export const publishAgenda: Decide<PublishAgenda, Meeting, AgendaPublished> = (command, meeting) => {
  const { agenda = [], page = null, effective } = command;
  assertBegun(meeting, effective);
  if (agenda.length === 0 && page === null) throw new DomainError('Give the points of the agenda, or its page.');
  const latest = meeting.agendas.at(-1);
  if (latest?.page === page && JSON.stringify(latest.points) === JSON.stringify(agenda)) return [];
  return [{ type: 'AgendaPublished', data: { ...ofMeeting(meeting), ...claimOf(command) } }];
};
