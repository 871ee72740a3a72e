import { type Claim, Command, type Decide, type Event, IsId } from '#event-sourcing';
import { type MeetingSeries, ofSeries, type OfSeries } from './meeting-series.js';
import { assertStarted } from './start-series.js';

/** No more meetings are planned in the series. */
export class EndSeries extends Command {
  @IsId() readonly seriesId!: string;
}

export type SeriesEnded = Event<'SeriesEnded', Claim<EndSeries> & OfSeries>;

export const endSeries: Decide<EndSeries, MeetingSeries, SeriesEnded> = (command, series) => {
  assertStarted(series, command.effective);
  return series.ended ? [] : [{ type: 'SeriesEnded', data: ofSeries(series) }];
};
