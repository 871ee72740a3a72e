import { given, on, type Past } from '#test/given';
import { callForInput } from './call-for-input.js';
import { deadlineSlips, type DeadlineSlip } from './deadline-slips.js';

const ofCall = { callId: 'call', workstreamIds: ['workstream'] };

const opened = (data: object): Past =>
  on('2016-07-11', { type: 'CallOpened', data: { ...ofCall, title: 'Call', ...data } }, { id: 'opened' });

const extended = (effective: string, data: object): Past =>
  on(
    effective,
    { type: 'DeadlineExtended', data: { ...ofCall, deadline: 'closing', from: null, fromKind: null, ...data } },
    { id: 'extended' },
  );

const slips = (...past: readonly Past[]): readonly DeadlineSlip[] => deadlineSlips(given(callForInput, ...past).state());

test('A deadline that never moved has slipped by 0 days, which is not the same as unknown', () => {
  expect(slips(opened({ closingDate: '2016-08-31' }))).toMatchObject([{ days: 0, extensions: [], factIds: ['opened'] }]);
  expect(slips(opened({ closingDate: '2016-08' }))).toMatchObject([{ days: null }]);
});

test('A deadline that moved has slipped from the date that was named first to the one that holds', () => {
  const [slip] = slips(opened({ closingDate: '2016-08-31' }), extended('2016-08-20', { to: '2016-11-14' }));
  expect(slip).toMatchObject({ from: '2016-08-31', to: '2016-11-14', days: 75, factIds: ['opened', 'extended'] });
});

test('A closing date that followed an inclusion date slipped from that', () => {
  const past = [
    opened({ inclusionDate: '2016-08-31' }),
    extended('2016-09', { from: '2016-08-31', fromKind: 'inclusion', to: '2016-11-14' }),
  ];
  expect(slips(...past).find(({ kind }) => kind === 'closing')).toMatchObject({ from: '2016-08-31', fromKind: 'inclusion', days: 75 });
});

test.each([
  ['2016-08-31', 'no'],
  ['2016-09-01', 'yes'],
  ['[2016-08-31..2016-11-14]', 'unknown'],
])('An extension of %s was announced after 31 August 2016: %s', (effective, afterThatDate) => {
  const [slip] = slips(
    opened({ closingDate: '2016-08-31' }),
    extended(effective, { from: '2016-08-31', fromKind: 'closing', to: '2016-11-14' }),
  );
  expect(slip!.extensions).toMatchObject([{ afterThatDate }]);
});
