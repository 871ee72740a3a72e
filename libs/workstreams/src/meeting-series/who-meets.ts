import { ArrayMaxSize, ArrayUnique, IsArray } from 'class-validator';
import { Command, DomainError, IsId, IsText, Optional } from '#event-sourcing';

/** Whose meeting, or series of meetings, it is. */
export abstract class WhoMeets extends Command {
  /** The workstreams that meet; none where the body that meets is no workstream. */
  @IsArray() @ArrayMaxSize(200) @ArrayUnique() @IsId({ each: true }) readonly workstreamIds!: readonly string[];
  /** The body that meets, where that is no workstream: `MAG`, `Open Consultations`, all `NRIs`. */
  @Optional() @IsText(200) readonly body?: string;
}

export function assertSomebodyMeets({ workstreamIds, body }: WhoMeets): void {
  if (workstreamIds.length === 0 && body === undefined) {
    throw new DomainError('Say who meets: name a workstream in workstreamIds, or the body.');
  }
}
