import { IsIn } from 'class-validator';
import { type Claim, claimOf, type Decide, DomainError, type Event, IsId, IsText, Optional, type PartialDate } from '#event-sourcing';
import { CADENCES, type Cadence } from './cadence.js';
import type { MeetingSeries } from './meeting-series.js';
import { WhoMeets } from './who-meets.js';

/** Begins a series of meetings, such as the calls of one forum or of all NRI coordinators. */
export class StartSeries extends WhoMeets {
  @IsId() readonly seriesId!: string;
  @IsText(300) readonly name!: string;
  /** How often it was said to meet. */
  @Optional() @IsIn(CADENCES) readonly cadence?: Cadence;
  /** The cadence in the words of the source, where they are others: `(bi)monthly`. */
  @Optional() @IsText(200) readonly printed?: string;
}

export type SeriesStarted = Event<'SeriesStarted', Claim<StartSeries>>;

export const startSeries: Decide<StartSeries, MeetingSeries, SeriesStarted> = (command, series) => {
  if (series.started) throw new DomainError('This series has been started already.');
  if (command.printed !== undefined && command.cadence === undefined) {
    throw new DomainError(`Say which cadence '${command.printed}' stands for.`);
  }
  return [{ type: 'SeriesStarted', data: claimOf(command) }];
};

export function assertStarted({ started }: MeetingSeries, effective: PartialDate): void {
  if (!started) throw new DomainError(`The series is not recorded as started by ${effective}.`);
}
