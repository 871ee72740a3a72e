import type { CallEvent } from '#workstreams';
import { dateText } from './dates.js';
import { bracketed, list, quoted, type Sentences } from './words.js';

export const callSentences: Sentences<CallEvent> = {
  CallOpened: ({ title, inclusionDate, closingDate, deadlines = [] }) => {
    const dates = [
      inclusionDate && `for the next draft by ${dateText(inclusionDate)}`,
      closingDate && `closing on ${dateText(closingDate)}`,
      ...deadlines.map(({ category, kind, on }) => `${kind} date for ${category} ${dateText(on)}`),
    ];
    return `The call ${quoted(title)} opened (${list(dates) || 'no deadline was named'}).`;
  },
  DeadlineExtended: ({ callId, deadline, category, from, fromKind, to, announcedBy, announcedIn }, nameOf) => {
    const who = bracketed([announcedBy && `announced by ${announcedBy}`, announcedIn && `in ${announcedIn}`]);
    const whose = category ? ` for ${category}` : '';
    const before = from && (fromKind === deadline ? `from ${dateText(from)} ` : `from ${dateText(from)}, the ${fromKind} date, `);
    return `The ${deadline} date${whose} of ${quoted(nameOf(callId))} moved ${before ?? ''}to ${dateText(to)}${who}.`;
  },
  CallClosed: ({ callId }, nameOf) => `The call ${quoted(nameOf(callId))} was closed.`,
  CallReopened: ({ callId }, nameOf) => `The call ${quoted(nameOf(callId))} was reopened.`,
  ContributionReceived: ({ callId, kind, title, organisation, stakeholderGroup, regionalGroup }, nameOf) => {
    const from = list([organisation, stakeholderGroup, regionalGroup]);
    return `A contribution (${kind}) to ${quoted(nameOf(callId))} arrived${from ? ` from ${from}` : ''}${title ? `: ${quoted(title)}` : ''}.`;
  },
  LateContributionAccepted: ({ callId }, nameOf) => `A late contribution to ${quoted(nameOf(callId))} was accepted.`,
  ContributionAcknowledged: ({ callId }, nameOf) => `A contribution to ${quoted(nameOf(callId))} was acknowledged.`,
  ContributionWithdrawn: ({ callId }, nameOf) => `A contribution to ${quoted(nameOf(callId))} was withdrawn.`,
  ContributionPublished: ({ callId }, nameOf) => `A contribution to ${quoted(nameOf(callId))} was published.`,
  ContributionsCounted: ({ callId, count, contributors, covers, includesOtherCalls }, nameOf) =>
    `${count} contributions to ${quoted(nameOf(callId))} were counted${bracketed([
      contributors && `from ${contributors} contributors`,
      covers,
      includesOtherCalls && 'other calls included',
    ])}.`,
};
