import { ArrayMaxSize, ArrayUnique, IsArray } from 'class-validator';
import {
  type Claim,
  claimOf,
  Command,
  type Decide,
  DomainError,
  type Event,
  IsId,
  IsPartialDate,
  IsText,
  Optional,
  type PartialDate,
} from '#event-sourcing';
import { IsCycle } from '../workstream/register-workstream.js';
import type { PublishedFigure } from './published-figure.js';

/**
 * Somebody has published a number. `effective` is when it was said; where it stands is in the sources. It is kept beside
 * whatever others publish, and beside what the record itself gives (`DOMAIN.md`, Published figures).
 */
export class PublishFigure extends Command {
  @IsId() readonly figureId!: string;
  /** What is counted: the id of a known measure, such as `recognised NRIs`, or what the source calls it. */
  @IsText(200) readonly measure!: string;
  /** As printed: `37`, `120+`, `50-60`, `close to 2000`. */
  @IsText(100) readonly value!: string;
  /** The date or period that the number is about, as exactly as the source gives it. */
  @IsPartialDate() readonly speaksOf!: PartialDate;
  /** Who says so. */
  @Optional() @IsText(200) readonly statedBy?: string;
  /** What was counted: recognised, listed or active initiatives; onsite or registered participants. */
  @Optional() @IsText(200) readonly definition?: string;
  /** The cycle of which it speaks, where it speaks of one. */
  @Optional() @IsCycle() readonly cycle?: number;
  /** What part or what sum of the measure it covers, such as `phases I and II together`. */
  @Optional() @IsText(200) readonly scope?: string;
  /** What it is about, where it is about single workstreams. */
  @Optional() @IsArray() @ArrayMaxSize(50) @ArrayUnique() @IsId({ each: true }) readonly workstreamIds?: readonly string[];
}

export type FigurePublished = Event<'FigurePublished', Claim<PublishFigure>>;

export const publishFigure: Decide<PublishFigure, PublishedFigure, FigurePublished> = (command, figure) => {
  if (figure.published) throw new DomainError('This figure is on record already. What others say is a figure of its own, or a repetition.');
  return [{ type: 'FigurePublished', data: claimOf(command) }];
};
