import { given, on, type Past } from '#test/given';
import { callForInput, type Call } from './call-for-input.js';
import { CloseCall, closeCall } from './close-call.js';
import { whyNotCounted, isLate } from './contributions.js';
import { byDate } from './deadlines.js';
import { CountContributions, countContributions } from './count-contributions.js';
import { ExtendDeadline, extendDeadline } from './extend-deadline.js';
import {
  AcceptLateContribution,
  acceptLateContribution,
  AcknowledgeContribution,
  acknowledgeContribution,
  PublishContribution,
  publishContribution,
  WithdrawContribution,
  withdrawContribution,
} from './handle-contribution.js';
import { OpenCall, openCall } from './open-call.js';
import { ReceiveContribution, receiveContribution } from './receive-contribution.js';
import { ReopenCall, reopenCall } from './reopen-call.js';

const callId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0001';
const workstreamIds = ['b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0002'];
const contributionId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0003';
const ofCall = { callId, workstreamIds };

/** The call of CENB Phase II, as it was announced in July 2016. */
const opened = (effective = '2016-07-11', data: object = { inclusionDate: '2016-08-31' }): Past =>
  on(effective, { type: 'CallOpened', data: { ...ofCall, title: 'Call for public input', ...data } });
const extended = (effective: string, data: object): Past =>
  on(effective, { type: 'DeadlineExtended', data: { ...ofCall, deadline: 'closing', ...data } });
const closed = (effective: string): Past => on(effective, { type: 'CallClosed', data: ofCall });
const reopened = (effective: string): Past => on(effective, { type: 'CallReopened', data: ofCall });
const received = (effective: string, data: object = {}): Past =>
  on(effective, { type: 'ContributionReceived', data: { ...ofCall, contributionId, kind: 'written', ...data } }, { id: 'received' });
const handled = (type: string, effective: string): Past => on(effective, { type, data: { ...ofCall, contributionId } });
const aCall = (...past: Past[]): Call => given(callForInput, ...past).state();

describe('Opening a call', () => {
  const command = { callId, workstreamIds, title: 'Call for public input', effective: '2016-07-11', inclusionDate: '2016-08-31' };

  test('records what was announced', () => {
    given(callForInput)
      .when(openCall, OpenCall, command)
      .then({ type: 'CallOpened', data: { ...ofCall, title: 'Call for public input', inclusionDate: '2016-08-31' } });
  });

  test('is refused once it is open', () => {
    given(callForInput, opened())
      .when(openCall, OpenCall, command)
      .thenRefused(/opened already/);
  });

  test('is refused with an inclusion date behind the closing date', () => {
    given(callForInput)
      .when(openCall, OpenCall, { ...command, closingDate: '2016-08-30' })
      .thenRefused(/inclusion date, 2016-08-31, lies after the closing date, 2016-08-30/);
  });

  test.each([{ inclusionDate: '2016-07-10' }, { inclusionDate: '2016-05', closingDate: '2016-06' }])(
    'is refused when it was due before: %j',
    (dates) => {
      given(callForInput)
        .when(openCall, OpenCall, { ...command, ...dates })
        .thenRefused(/cannot be due/);
    },
  );

  test.each([
    ['two dates of a kind for one category', [{ category: 'NRIs' }, { category: 'nris' }], /two closing dates for nris/],
    ['a date for everyone among those by category', [{ category: 'Everyone' }], /is the closingDate of the call itself/],
  ])('is refused with %s', (_, categories, reason) => {
    const deadlines = categories.map((each) => ({ ...each, kind: 'closing' as const, on: '2016-10-01' }));
    given(callForInput)
      .when(openCall, OpenCall, { ...command, deadlines })
      .thenRefused(reason);
  });

  test('may leave open whether the deadline of that month had passed', () => {
    given(callForInput)
      .when(openCall, OpenCall, { ...command, effective: '2016-08', inclusionDate: '2016-08-01' })
      .then({ type: 'CallOpened', data: { ...ofCall, title: 'Call for public input', inclusionDate: '2016-08-01' } });
  });
});

describe('Extending a deadline', () => {
  const command = { callId, deadline: 'closing' as const, to: '2016-11-14', effective: '2016-09-05' };

  test('records the date that held before', () => {
    given(callForInput, opened('2016-07-11', { closingDate: '2016-08-31' }))
      .when(extendDeadline, ExtendDeadline, { ...command, announcedBy: 'Secretariat', announcedIn: 'the call page' })
      .then({
        type: 'DeadlineExtended',
        data: {
          ...ofCall,
          deadline: 'closing',
          to: '2016-11-14',
          announcedBy: 'Secretariat',
          announcedIn: 'the call page',
          from: '2016-08-31',
          fromKind: 'closing',
        },
      });
  });

  test('takes the inclusion date for what held, where no closing date was named', () => {
    given(callForInput, opened())
      .when(extendDeadline, ExtendDeadline, command)
      .then({
        type: 'DeadlineExtended',
        data: { ...ofCall, deadline: 'closing', to: '2016-11-14', from: '2016-08-31', fromKind: 'inclusion' },
      });
  });

  test('takes the deadline of everyone for what held for a category', () => {
    given(callForInput, opened('2015-05', { closingDate: '2015-10-03' }))
      .when(extendDeadline, ExtendDeadline, { ...command, category: 'NRIs', to: '2015-10-16', effective: '2015-10-03' })
      .then({
        type: 'DeadlineExtended',
        data: { ...ofCall, deadline: 'closing', category: 'NRIs', to: '2015-10-16', from: '2015-10-03', fromKind: 'closing' },
      });
  });

  test('sets the first date of a call that had none', () => {
    given(callForInput, opened('2016-07-11', {}))
      .when(extendDeadline, ExtendDeadline, command)
      .then({ type: 'DeadlineExtended', data: { ...ofCall, deadline: 'closing', to: '2016-11-14', from: null, fromKind: null } });
  });

  test('to the date that holds already changes nothing', () => {
    given(callForInput, opened(), extended('2016-09-05', { from: '2016-08-31', to: '2016-11-14' }))
      .when(extendDeadline, ExtendDeadline, { ...command, effective: '2016-10-01' })
      .thenNothing();
  });

  test('of what goes into the next draft beyond the closing date is refused', () => {
    given(callForInput, opened('2016-07-11', { inclusionDate: '2016-08-31', closingDate: '2016-11-14' }))
      .when(extendDeadline, ExtendDeadline, { ...command, deadline: 'inclusion', to: '2016-11-15' })
      .thenRefused(/would lie after the closing date, 2016-11-14/);
  });

  test('to an earlier date is refused', () => {
    given(callForInput, opened())
      .when(extendDeadline, ExtendDeadline, { ...command, deadline: 'inclusion', to: '2016-08-30' })
      .thenRefused(/moves a deadline later/);
  });

  test('is refused before the call opened, and while it is closed', () => {
    given(callForInput, opened())
      .when(extendDeadline, ExtendDeadline, { ...command, effective: '2016-07-10' })
      .thenRefused(/not recorded as opened by 2016-07-10/);
    given(callForInput, opened(), closed('2016-09-01'))
      .when(extendDeadline, ExtendDeadline, command)
      .thenRefused(/closed on 2016-09-05. Reopen it first/);
  });

  test('entered late obeys the state of its day, not that of today', () => {
    given(callForInput, opened(), closed('2016-12-01'))
      .when(extendDeadline, ExtendDeadline, command)
      .then({
        type: 'DeadlineExtended',
        data: { ...ofCall, deadline: 'closing', to: '2016-11-14', from: '2016-08-31', fromKind: 'inclusion' },
      });
  });
});

describe('The deadlines of a call', () => {
  const silently = extended('[2016-07-11..2016-11-14]', { from: '2016-08-31', to: '2016-11-14' });

  test('are one on 1 September 2016, when no source gives the day of the extension', () => {
    const call = given(callForInput, opened(), silently).state({ asOf: '2016-09-01' });
    expect(call.status).toBe('open');
    expect(call.deadlines).toEqual([
      { kind: 'inclusion', category: 'everyone', original: '2016-08-31', current: '2016-08-31', extensions: [] },
    ]);
  });

  test('are two afterwards, and the later one knows its past', () => {
    const { deadlines } = given(callForInput, opened(), silently).state({ asOf: '2016-11-14' });
    expect(byDate(deadlines).map(({ kind, original, current }) => [kind, original, current])).toEqual([
      ['inclusion', '2016-08-31', '2016-08-31'],
      ['closing', null, '2016-11-14'],
    ]);
    expect(byDate(deadlines)[1]?.extensions).toMatchObject([
      { from: '2016-08-31', to: '2016-11-14', effective: '[2016-07-11..2016-11-14]' },
    ]);
  });

  test('hold by category', () => {
    const deadlines = [{ category: 'NRIs', kind: 'closing', on: '2015-10-16' }];
    const call = aCall(opened('2015-05', { closingDate: '2015-10-03', deadlines }));
    const late = (category: string): boolean => isLate(call, { category, received: { effective: '2015-10-10', factId: '' } });
    expect([late('NRIs'), late('everyone'), late('DCs')]).toEqual([false, true, true]);
  });

  test('survive an extension that is folded before the opening, of which only the month is known', () => {
    const { deadlines } = aCall(
      opened('2016-07-11', { closingDate: '2016-07-31' }),
      extended('2016-07', { from: '2016-07-31', to: '2016-08-31' }),
    );
    expect(deadlines).toMatchObject([{ original: '2016-07-31', current: '2016-08-31' }]);
  });
});

describe('A deadline that moved twice', () => {
  const first = extended('2016-09-01', { from: '2016-08-31', fromKind: 'closing', to: '2016-09-30' });
  const second = extended('2016-10-01', { from: '2016-09-30', fromKind: 'closing', to: '2016-11-14' });
  const moves = (...past: Past[]): unknown =>
    aCall(opened('2016-07-11', { closingDate: '2016-08-31' }), ...past).deadlines[0]?.extensions.map(({ from, to }) => [from, to]);

  test('moved each time from where it stood', () => {
    expect(moves(first, second)).toEqual([
      ['2016-08-31', '2016-09-30'],
      ['2016-09-30', '2016-11-14'],
    ]);
  });

  test('moved from its first date when the first move turns out not to have happened', () => {
    expect(moves(second)).toEqual([['2016-08-31', '2016-11-14']]);
  });
});

describe('Closing and reopening', () => {
  test('that was entered late, before another closing, ends the call once', () => {
    expect(aCall(opened(), closed('2016-09-20'), closed('2016-09-15')).turns).toMatchObject([{ to: 'closed', effective: '2016-09-15' }]);
  });

  test('end a call and take it up again', () => {
    given(callForInput, opened())
      .when(closeCall, CloseCall, { callId, effective: '2016-12-01' })
      .then({ type: 'CallClosed', data: ofCall });
    given(callForInput, opened(), closed('2016-12-01'))
      .when(reopenCall, ReopenCall, { callId, effective: '2016-12-02' })
      .then({ type: 'CallReopened', data: ofCall });
  });

  test('twice change nothing', () => {
    given(callForInput, opened(), closed('2016-12-01')).when(closeCall, CloseCall, { callId, effective: '2016-12-02' }).thenNothing();
    given(callForInput, opened()).when(reopenCall, ReopenCall, { callId, effective: '2016-12-02' }).thenNothing();
  });

  test('are refused where nothing was opened', () => {
    given(callForInput, opened())
      .when(closeCall, CloseCall, { callId, effective: '2016-07-01' })
      .thenRefused(/not recorded as opened/);
    given(callForInput)
      .when(reopenCall, ReopenCall, { callId, effective: '2016-07-01' })
      .thenRefused(/not recorded as opened/);
  });

  test('stay in order also when the closing is known by its month only', () => {
    expect(aCall(opened('2016-07-11'), closed('2016-07')).status).toBe('closed');
  });
});

describe('A contribution', () => {
  const command = { callId, contributionId, kind: 'case study' as const, effective: '2016-08-01' };

  test('is received with all that is known of it', () => {
    const known = {
      stakeholderGroup: 'Civil Society',
      regionalGroup: 'African Group',
      organisation: 'APC',
      language: 'fr',
      consentToPublish: true,
    } as const;
    given(callForInput, opened())
      .when(receiveContribution, ReceiveContribution, { ...command, ...known })
      .then({ type: 'ContributionReceived', data: { ...ofCall, contributionId, kind: 'case study', ...known } });
  });

  test('is refused before the call opened', () => {
    given(callForInput, opened())
      .when(receiveContribution, ReceiveContribution, { ...command, effective: '2016-07-10' })
      .thenRefused(/not recorded as opened/);
  });

  test('counts also when it is dated by the month in which the call opened', () => {
    const call = aCall(opened('2016-07-11'), received('2016-07'));
    expect(call.contributions).toHaveLength(1);
    expect(whyNotCounted(call, call.contributions[0]!)).toBeUndefined();
  });

  describe('that comes after the closing date', () => {
    const closing = opened('2016-07-11', { closingDate: '2016-08-31' });
    const reason = (...past: Past[]): string | undefined => {
      const call = aCall(closing, ...past);
      return whyNotCounted(call, call.contributions[0]!);
    };

    test('does not count until it is accepted', () => {
      expect(reason(received('2016-09-01'))).toBe('late and not accepted');
      expect(reason(received('2016-09-01'), handled('LateContributionAccepted', '2016-09-02'))).toBeUndefined();
    });

    test('is in time on the closing date itself, and where its date leaves that open', () => {
      expect(reason(received('2016-08-31'))).toBeUndefined();
      expect(reason(received('2016-08-31T23:59Z'))).toBeUndefined();
      expect(reason(received('[2016-08-30..2016-09-10]'))).toBeUndefined();
    });

    test('is in time after all once the deadline is extended beyond it', () => {
      expect(reason(received('2016-09-01'), extended('2016-09-05', { from: '2016-08-31', to: '2016-11-14' }))).toBeUndefined();
    });

    test('is accepted once', () => {
      given(callForInput, closing, received('2016-09-01'))
        .when(acceptLateContribution, AcceptLateContribution, { callId, contributionId, effective: '2016-09-02' })
        .then({ type: 'LateContributionAccepted', data: { ...ofCall, contributionId } });
    });
  });

  test('that comes after the call was closed is late, whatever the dates say', () => {
    const call = aCall(opened(), closed('2016-09-01'), received('2016-09-02'), reopened('2016-09-03'));
    expect(isLate(call, call.contributions[0]!)).toBe(true);
  });

  const id = { callId, contributionId, effective: '2016-09-03' };
  test.each([
    ['2016-09-16', ['2016-09-15'], true],
    ['2016-09-15', ['2016-09-15'], false],
    ['2016-09-10', ['2016-09'], false],
    ['2016-09-15T09:00Z', ['2016-09-15T18:00Z'], false],
    ['2016-09-15T18:00Z', ['2016-09-15T09:00Z'], true],
    ['2016-09-16', ['2016-09-15', '2016-09-16'], false],
    ['2016-09-20', ['2016-09-15', '2016-09-16', '2016-09-17'], true],
  ])(
    'of %s in a call closed (and reopened, and closed) on %j: surely late is %s, in whatever order they were entered',
    (day, turns, late) => {
      const [one, two, three] = turns;
      const past = [closed(one!), ...(two ? [reopened(two)] : []), ...(three ? [closed(three)] : [])];
      for (const order of [
        [...past, received(day)],
        [received(day), ...past],
      ]) {
        const call = aCall(opened('2016-07-11', {}), ...order);
        expect(isLate(call, call.contributions[0]!)).toBe(late);
      }
    },
  );

  test('in time is not accepted late', () => {
    given(callForInput, opened(), received('2016-08-01'))
      .when(acceptLateContribution, AcceptLateContribution, id)
      .thenRefused(/not late/);
  });

  test('is acknowledged, published and withdrawn, each once', () => {
    const past = [opened(), received('2016-08-01')];
    given(callForInput, ...past)
      .when(acknowledgeContribution, AcknowledgeContribution, id)
      .then({ type: 'ContributionAcknowledged', data: { ...ofCall, contributionId } });
    given(callForInput, ...past)
      .when(publishContribution, PublishContribution, { ...id, page: 'https://example.org/paper' })
      .then({ type: 'ContributionPublished', data: { ...ofCall, contributionId, page: 'https://example.org/paper' } });
    given(callForInput, ...past)
      .when(withdrawContribution, WithdrawContribution, id)
      .then({ type: 'ContributionWithdrawn', data: { ...ofCall, contributionId } });
    given(callForInput, ...past, handled('ContributionAcknowledged', '2016-08-02'))
      .when(acknowledgeContribution, AcknowledgeContribution, id)
      .thenNothing();
    given(callForInput, ...past, handled('ContributionPublished', '2016-08-02'))
      .when(publishContribution, PublishContribution, id)
      .thenNothing();
    given(callForInput, ...past, handled('ContributionWithdrawn', '2016-08-02'))
      .when(withdrawContribution, WithdrawContribution, id)
      .thenNothing();
  });

  test('that was withdrawn is neither published nor counted', () => {
    const past = [opened(), received('2016-08-01'), handled('ContributionWithdrawn', '2016-08-02')];
    given(callForInput, ...past)
      .when(publishContribution, PublishContribution, id)
      .thenRefused(/withdrawn on 2016-08-02/);
    const call = aCall(...past);
    expect(whyNotCounted(call, call.contributions[0]!)).toBe('withdrawn');
  });

  test('is not published against the will of its contributor', () => {
    given(callForInput, opened(), received('2016-08-01', { consentToPublish: false }))
      .when(publishContribution, PublishContribution, id)
      .thenRefused(/did not consent/);
  });

  test('that is unknown, or came later, cannot be handled', () => {
    given(callForInput, opened())
      .when(acknowledgeContribution, AcknowledgeContribution, id)
      .thenRefused(/received no contribution/);
    given(callForInput, opened(), received('2016-09-10'))
      .when(withdrawContribution, WithdrawContribution, id)
      .thenRefused(/by 2016-09-03/);
  });
});

describe('A stated number of contributions', () => {
  const counted = (effective: string, data: object): Past => on(effective, { type: 'ContributionsCounted', data: { ...ofCall, ...data } });
  const command = { callId, count: '40+', covers: 'Draft I', effective: '[2016-07-11..2016-11-14]' };

  test('is kept as printed, with what it covers', () => {
    given(callForInput, opened())
      .when(countContributions, CountContributions, command)
      .then({ type: 'ContributionsCounted', data: { ...ofCall, count: '40+', covers: 'Draft I' } });
    expect(aCall(opened(), counted('2018-09-25', { count: '14' })).counted).toMatchObject([
      { quantity: { printed: '14', low: 14, high: 14 }, effective: '2018-09-25' },
    ]);
  });

  test('said again about the same thing says nothing new', () => {
    const past = [opened(), counted('2016-10', { count: '40+', covers: 'Draft I' })];
    given(callForInput, ...past)
      .when(countContributions, CountContributions, command)
      .thenNothing();
  });

  test('that differs, or is of another date, stands beside the first', () => {
    const past = [opened(), counted('2016-10', { count: '40+', covers: 'Draft I' }), counted('2016-10', { count: '12' })];
    given(callForInput, ...past)
      .when(countContributions, CountContributions, { ...command, count: '43' })
      .then({ type: 'ContributionsCounted', data: { ...ofCall, count: '43', covers: 'Draft I' } });
    given(callForInput, ...past)
      .when(countContributions, CountContributions, { callId, count: '12', effective: '2016-11' })
      .then({ type: 'ContributionsCounted', data: { ...ofCall, count: '12' } });
    given(callForInput, ...past)
      .when(countContributions, CountContributions, { callId, count: '12', effective: '2016-10' })
      .thenNothing();
  });
});
