import {
  type Claim,
  claimOf,
  Command,
  type Decide,
  DomainError,
  type Event,
  type Evolve,
  IsId,
  IsText,
  IsWebAddress,
  Optional,
} from '#event-sourcing';
import { assertNotDeclined } from '../mag-decision/matter.js';
import { assertGoesOn } from '../stage/close-workstream.js';
import { type Step, saysNoMore, stepOf } from '../step.js';
import { assertKind } from '../workstream/kinds.js';
import type { Workstream } from '../workstream/workstream.js';

export type Framework = Step & Readonly<{ title: string | null; page: string | null }>;

export type Framed = Readonly<{ framework: Framework | null }>;

/** Fixes the question of a phase and how it is worked on (`DOMAIN.md`, Connecting the Next Billion). */
export class AdoptFramework extends Command {
  @IsId() readonly workstreamId!: string;
  @Optional() @IsText(500) readonly title?: string;
  @Optional() @IsWebAddress() readonly page?: string;
}

export type FrameworkAdopted = Event<'FrameworkAdopted', Claim<AdoptFramework>>;

export const notFramed: Framed = { framework: null };

export const frameworkBefore = (before: Workstream): Framed => ('framework' in before ? { framework: before.framework } : notFramed);

/** There is one: an adoption that was entered late may stand before another. */
export const framing: Evolve<Workstream, FrameworkAdopted> = {
  FrameworkAdopted: (workstream, fact) => {
    const { title = null, page = null } = fact.data;
    return 'framework' in workstream ? { ...workstream, framework: workstream.framework ?? { ...stepOf(fact), title, page } } : workstream;
  },
};

export const adoptFramework: Decide<AdoptFramework, Workstream, FrameworkAdopted> = (command, workstream) => {
  const { effective } = command;
  assertKind(workstream, effective, ['cenb-phase'], 'What has a framework is');
  assertGoesOn(workstream, effective);
  assertNotDeclined(workstream, workstream.cycle, effective);
  const { framework } = workstream;
  if (!framework) return [{ type: 'FrameworkAdopted', data: claimOf(command) }];
  if (saysNoMore(claimOf(command), framework)) return [];
  throw new DomainError(`Its framework was adopted on ${framework.effective} already. To say more of it, amend fact ${framework.factId}.`);
};
