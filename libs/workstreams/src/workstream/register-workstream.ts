import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, Max, Min } from 'class-validator';
import { Command, DomainError, IsId, IsText, IsWebAddress, Optional } from '#event-sourcing';
import type { Workstream } from './workstream.js';

/** What the registration of every kind of workstream says. */
export abstract class RegisterWorkstream extends Command {
  @IsId() readonly workstreamId!: string;
  @IsText(300) readonly name!: string;
  @Optional() @IsArray() @ArrayUnique() @ArrayMaxSize(50) @IsText(300, { each: true }) readonly aliases?: readonly string[];
  @Optional() @IsWebAddress() readonly page?: string;
}

/** The preparatory cycle, named by the year of the annual meeting that ends it (`DOMAIN.md`, Cycle). */
export const IsCycle = (): PropertyDecorator => (target, key) => {
  for (const decorate of [IsInt(), Min(2006), Max(2100)]) decorate(target, key);
};

export function assertUnregistered(workstream: Workstream): void {
  if (workstream.kind !== 'none') throw new DomainError('This workstream is registered already.');
}
