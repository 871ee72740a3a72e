import { period } from '#event-sourcing';
import type { Call } from '../call-for-input/call-for-input.js';
import type { Deadline, DeadlineKind } from '../call-for-input/deadlines.js';
import { type Condition, madeBy, not } from './condition.js';
import { type Day, hasPassed } from './day.js';
import type { StatusRule } from './rule.js';

export const CALL_STAGES = ['announced', 'open', 'reopened', 'past its inclusion date', 'past its closing date', 'closed'] as const;
export type CallStage = (typeof CALL_STAGES)[number];

type Look = Condition<Call>;

/** The fact that last set a deadline. */
const setBy = ({ opened }: Call, { extensions }: Deadline): readonly Readonly<{ factId: string }>[] =>
  extensions.length > 0 ? extensions.slice(-1) : opened ? [opened] : [];

/** The turn by which the call is what it is, if it is open again or closed. */
const lastTurn = ({ turns }: Call, to: 'open' | 'closed'): Call['turns'] => turns.slice(-1).filter((turn) => turn.to === to);

/** The dates of a kind. One from before a reopening is none any more. */
export function deadlinesInForce(call: Call, kind: DeadlineKind): readonly Deadline[] {
  const [reopened] = lastTurn(call, 'open');
  return call.deadlines.filter((each) => each.kind === kind && (!reopened || period(each.current).end > period(reopened.effective).first));
}

const dated = (call: Call, kind: DeadlineKind): readonly string[] | undefined =>
  madeBy(deadlinesInForce(call, kind).flatMap((each) => setBy(call, each)));

const ahead = (call: Call, kind: DeadlineKind, day: Day): readonly string[] | undefined =>
  madeBy(
    deadlinesInForce(call, kind)
      .filter(({ current }) => !hasPassed(current, day))
      .flatMap((each) => setBy(call, each)),
  );

/** The facts that set the closing dates of a call that is not closed, if all of them have passed. */
export const pastClosing = (call: Call, day: Day): readonly string[] =>
  call.status === 'closed' || ahead(call, 'closing', day) ? [] : (dated(call, 'closing') ?? []);

const closed: Look = { says: 'it is [|not ]on record as closed', holds: (call) => madeBy(lastTurn(call, 'closed')) };
const hasClosingDate: Look = { says: '[a|no] closing date is on record', holds: (call) => dated(call, 'closing'), lasting: true };
const closingAhead: Look = { says: '[a|no] closing date lies ahead', holds: (call, day) => ahead(call, 'closing', day) };
const hasInclusionDate: Look = { says: '[an|no] inclusion date is on record', holds: (call) => dated(call, 'inclusion'), lasting: true };
const inclusionAhead: Look = { says: '[an|no] inclusion date lies ahead', holds: (call, day) => ahead(call, 'inclusion', day) };
const reopened: Look = {
  says: 'it was [|not ]reopened after it was last closed',
  holds: (call) => madeBy(lastTurn(call, 'open')),
};
const opened: Look = {
  says: '[its|no] opening is on record',
  holds: (call) => madeBy(call.opened ? [call.opened] : []),
  lasting: true,
};

/** Whether a call takes input. A date that passes closes nothing (`DOMAIN.md`, Rolling input): only a closing on record does. */
export const callStage: StatusRule<Call, CallStage> = {
  name: 'call stage',
  statuses: CALL_STAGES,
  versions: [
    {
      version: '2014',
      from: '2014',
      source:
        'Our reading of how calls went since 2014, such as https://www.intgovforum.org/multilingual/content/contribute-participate-policy-options-for-connecting-and-enabling-the-next-billions-phase-ii.',
      cases: [
        { status: 'closed', when: [closed] },
        { status: 'past its closing date', when: [hasClosingDate, not(closingAhead)] },
        { status: 'past its inclusion date', when: [hasInclusionDate, not(inclusionAhead)] },
        { status: 'reopened', when: [reopened] },
        { status: 'open', when: [opened, closingAhead] },
        { status: 'open', when: [opened, not(hasClosingDate)] },
      ],
      otherwise: 'announced',
    },
  ],
};
