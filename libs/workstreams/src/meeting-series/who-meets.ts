import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray } from 'class-validator';
import { Command, IsId } from '#event-sourcing';

/** Whose meeting, or series of meetings, it is. */
export abstract class WhoMeets extends Command {
  /** The workstreams that meet, bodies and coordination groups among them. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ArrayUnique() @IsId({ each: true }) readonly workstreamIds!: readonly string[];
}
