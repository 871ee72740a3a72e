import type { Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { calls } from './call-register/call-register.js';
import { named } from './workstream-directory/workstream-directory.js';

type NameOf = (tables: Tables, id: string, moment: Moment) => string | undefined;

const ofWorkstream: NameOf = (tables, id, moment) => named(tables, id, moment).name;

/** What is called what, by the field in which facts name it. */
const NAMES: Readonly<Record<string, NameOf>> = {
  workstreamId: ofWorkstream,
  workstreamIds: ofWorkstream,
  renews: ofWorkstream,
  succeededBy: ofWorkstream,
  callId: (tables, id, moment) => calls(tables).row(id, moment)?.title,
};

/** What all things are called that facts name, by their ids, as of a moment; empty where nothing is known of one by then. */
export function namesIn(facts: readonly object[], tables: Tables, moment: Moment): Readonly<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const [field, value] of facts.flatMap((fact) => Object.entries(fact))) {
    if (!Object.hasOwn(NAMES, field)) continue;
    for (const id of [value].flat() as string[]) names[id] ??= NAMES[field]!(tables, id, moment) ?? '';
  }
  return names;
}
