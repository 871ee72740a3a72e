import type { PartialDate } from '#event-sourcing';
import { ApproveWorkstream, ProposeWorkstream } from '#workstreams';
import { clausesOf, type Form, meaningOf, type Told, told } from '../forms.js';

/** The meeting at which the MAG decided, in the words of a note. */
const DECIDED_IN: readonly Form<string>[] = [
  [/\b(?:agreed|decided|approved) (?:at|in|on) the (.*?\bmeeting\b(?: of \d{1,2} [A-Z][a-z]+)?)/, (meeting) => meeting],
];

/** What a note tells of the proposal: the title that it had. By when it was put before the MAG no note says but by the cycle. */
const PROPOSED = (cycle: number): readonly Form<Told>[] => [
  [/^proposed under "(.+)"$/, (title) => told(ProposeWorkstream, `[..${cycle}]`, { title })],
];

/** What a row on a Best Practice Forum tells of its way through the MAG. */
export function magFacts(cycle: number, approved: PartialDate | undefined, note: string | undefined): readonly Told[] {
  const proposals = clausesOf(note).flatMap((clause) => meaningOf(clause, PROPOSED(cycle)) ?? []);
  if (approved === undefined) return proposals;
  const decidedIn = meaningOf(note ?? '', DECIDED_IN);
  return [...proposals, told(ApproveWorkstream, approved, decidedIn ? { decidedIn } : {})];
}
