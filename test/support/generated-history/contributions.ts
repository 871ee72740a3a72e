import { type Fact, MarkDuplicate, parse } from '#event-sourcing';
import {
  AcceptLateContribution,
  AcknowledgeContribution,
  CONTRIBUTION_KINDS,
  PublishContribution,
  ReceiveContribution,
  REGIONAL_GROUPS,
  STAKEHOLDER_GROUPS,
  WithdrawContribution,
} from '#workstreams';
import type { Thread } from './agenda.js';
import type { OpenedCall } from './calls.js';

import { CLERKS, type Desk } from './desk.js';
import { INITIALS, ORGANISATIONS, PLACES, SURNAMES, TOPICS } from './words.js';

/** What is known of a contributor and of what came from there. */
function described(desk: Desk) {
  const { luck } = desk;
  return {
    kind: luck.pick(CONTRIBUTION_KINDS),
    ...(luck.some(0.85) && { title: `${luck.pick(TOPICS)} as it is seen in ${luck.pick(PLACES)}` }),
    ...(luck.some(0.7) && { contributor: `${luck.pick(INITIALS)}. ${luck.pick(SURNAMES)}` }),
    ...(luck.some(0.75) && { organisation: luck.pick(ORGANISATIONS) }),
    ...(luck.some(0.8) && { stakeholderGroup: luck.pick(STAKEHOLDER_GROUPS) }),
    ...(luck.some(0.7) && { regionalGroup: luck.pick(REGIONAL_GROUPS) }),
    ...(luck.some(0.3) && { category: 'NRIs' }),
    ...(luck.some(0.6) && { language: luck.pick(['en', 'en', 'en', 'fr', 'es', 'pt-BR', 'ar']) }),
    ...(luck.some(0.6) && { consentToPublish: luck.some(0.95) }),
  };
}

/** Something that came in answer to a call, with what becomes of it. */
export function* contribution(desk: Desk, call: OpenedCall): Thread {
  const { luck, day } = desk;
  const { callId } = call;
  const contributionId = desk.id();
  const data = described(desk);
  const isTakenBack = luck.some(0.02);
  const received = desk.record(ReceiveContribution, { callId, contributionId, ...data }, desk.roughly());
  if (!received) return;
  if (!isTakenBack) call.received.push(contributionId);
  if (luck.some(0.008)) desk.aside(day + luck.between(1, 5), (at) => enteredTwice(at, received, data));
  if (luck.some(0.65)) {
    yield* desk.on(day + luck.between(0, 6));
    desk.do(AcknowledgeContribution, { callId, contributionId });
  }
  if (day > call.closes && luck.some(0.7)) {
    yield* desk.on(Math.max(desk.day, call.closes) + luck.between(1, 9));
    desk.do(AcceptLateContribution, { callId, contributionId, reason: 'It came before the draft was begun.' });
  }
  if (isTakenBack) {
    yield* desk.on(desk.day + luck.between(3, 60));
    desk.do(WithdrawContribution, { callId, contributionId, reason: 'Its contributor wished so.' });
  } else if (data.consentToPublish !== false) yield* madePublic(desk, callId, contributionId);
}

function* madePublic(desk: Desk, callId: string, contributionId: string): Thread {
  const { luck } = desk;
  if (!luck.some(0.55)) return;
  yield* desk.on(desk.day + luck.between(5, 50));
  desk.do(PublishContribution, { callId, contributionId, ...(luck.some(0.8) && { page: desk.page('contribution') }) });
}

/** It came by two channels, and was entered from both. */
function* enteredTwice(desk: Desk, original: Fact, data: ReturnType<typeof described>): Thread {
  const { luck, world } = desk;
  const { callId } = original.data as Readonly<{ callId: string }>;
  const again = desk.record(ReceiveContribution, { callId, contributionId: desk.id(), ...data });
  if (!again) return;
  yield world.atWork(desk.today + luck.between(1, 90));
  const mark = parse(MarkDuplicate, { corrects: again.id, duplicateOf: original.id, reason: 'It came by two channels.' });
  world.office.correct(mark, again, CLERKS.secretariat);
}
