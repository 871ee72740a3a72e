import { IsIn } from 'class-validator';
import { type Claim, claimOf, Command, type Decide, DomainError, type Event, IsId, IsText, Optional } from '#event-sourcing';
import { CADENCES, type Cadence } from './cadence.js';
import { cadenceInForce, type MeetingSeries, ofSeries, type OfSeries } from './meeting-series.js';
import { assertStarted } from './start-series.js';

/** Somebody says how often a series meets. `effective` is when that was said; statements that disagree stand side by side. */
export class StateCadence extends Command {
  @IsId() readonly seriesId!: string;
  @IsIn(CADENCES) readonly cadence!: Cadence;
  /** The cadence in the words of the source, where they are others: `(bi)monthly`. */
  @Optional() @IsText(200) readonly printed?: string;
  /** Where it was said: a paper, a page, a meeting. */
  @Optional() @IsText(500) readonly statedIn?: string;
}

export type CadenceStated = Event<'CadenceStated', Claim<StateCadence> & OfSeries>;

export const stateCadence: Decide<StateCadence, MeetingSeries, CadenceStated> = (command, series) => {
  assertStarted(series, command.effective);
  if (series.ended) throw new DomainError(`The series ended on ${series.ended.effective}.`);
  const inForce = cadenceInForce(series);
  // What holds already is not said anew by whoever repeats it.
  if (inForce?.cadence === command.cadence && inForce.printed === (command.printed ?? null)) return [];
  return [{ type: 'CadenceStated', data: { ...ofSeries(series), ...claimOf(command) } }];
};
