import { ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { type Claim, claimOf, Command, type Decide, type Event, IsId, IsWebAddress, Optional } from '#event-sourcing';
import type { Step } from '../step.js';
import type { Workstream } from '../workstream/workstream.js';
import { livingCoalitionBy } from './coalition-life.js';

/** What every coalition owes to the public (`DOMAIN.md`, Common standards). */
export const COMMON_STANDARDS = ['open archives', 'open membership', 'open lists'] as const;
export type CommonStandard = (typeof COMMON_STANDARDS)[number];

/** The coalition takes the common standards, or some of them, as its own. */
export class AdoptCommonStandards extends Command {
  @IsId() readonly workstreamId!: string;
  @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(COMMON_STANDARDS, { each: true }) readonly standards!: readonly CommonStandard[];
  @Optional() @IsWebAddress() readonly page?: string;
}

export type CommonStandardsAdopted = Event<'CommonStandardsAdopted', Claim<AdoptCommonStandards>>;

/** The standards that were adopted on one occasion. */
export type StandardsAdoption = Step & Readonly<{ standards: readonly CommonStandard[]; page?: string }>;

export const adoptCommonStandards: Decide<AdoptCommonStandards, Workstream, CommonStandardsAdopted> = (command, workstream) => {
  const { standardsAdopted } = livingCoalitionBy(command.effective, workstream);
  const adopted = new Set(standardsAdopted.flatMap(({ standards }) => standards));
  const areKnown = command.standards.every((standard) => adopted.has(standard));
  const isPageKnown = command.page === undefined || standardsAdopted.some(({ page }) => page === command.page);
  return areKnown && isPageKnown ? [] : [{ type: 'CommonStandardsAdopted', data: claimOf(command) }];
};
