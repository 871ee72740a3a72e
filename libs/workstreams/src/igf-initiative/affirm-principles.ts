import { ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { type Claim, claimOf, Command, type Decide, type Event, IsId, IsWebAddress, Optional } from '#event-sourcing';
import type { Step } from '../step.js';
import type { Workstream } from '../workstream/workstream.js';
import { initiativeBy } from './initiative-life.js';

/** What every IGF initiative is asked to be (`DOMAIN.md`, Principles and organising team). */
export const PRINCIPLES = ['open and transparent', 'inclusive', 'bottom-up', 'multistakeholder', 'non-commercial'] as const;
export type Principle = (typeof PRINCIPLES)[number];

/** The initiative says that it follows the principles, or some of them. */
export class AffirmPrinciples extends Command {
  @IsId() readonly workstreamId!: string;
  @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(PRINCIPLES, { each: true }) readonly principles!: readonly Principle[];
  /** Where it says so. */
  @Optional() @IsWebAddress() readonly page?: string;
}

export type PrinciplesAffirmed = Event<'PrinciplesAffirmed', Claim<AffirmPrinciples>>;

/** The principles that were affirmed on one occasion. */
export type PrinciplesAffirmation = Step & Readonly<{ principles: readonly Principle[]; page?: string }>;

export const affirmPrinciples: Decide<AffirmPrinciples, Workstream, PrinciplesAffirmed> = (command, workstream) => {
  const { principlesAffirmed } = initiativeBy(command.effective, workstream);
  const affirmed = new Set(principlesAffirmed.flatMap(({ principles }) => principles));
  const areKnown = command.principles.every((principle) => affirmed.has(principle));
  const isPageKnown = command.page === undefined || principlesAffirmed.some(({ page }) => page === command.page);
  return areKnown && isPageKnown ? [] : [{ type: 'PrinciplesAffirmed', data: claimOf(command) }];
};
