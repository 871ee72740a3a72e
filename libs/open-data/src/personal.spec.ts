import { cleared } from './personal.js';

test.each([
  ['Write to dc-publicness@intgovforum.org, or call.', 'Write to [e-mail address left out], or call.'],
  ['<ada.l+igf@mail.example.co.uk>', '<[e-mail address left out]>'],
  ['@igf on social media, at 5 @ noon', '@igf on social media, at 5 @ noon'],
  ['https://www.intgovforum.org/a@b', 'https://www.intgovforum.org/a@b'],
])('Of %j there is left %j', (text, left) => expect(cleared(text)).toBe(left));

test('E-mail addresses are left out wherever they stand in a fact', () => {
  const fact = { data: { channels: [{ kind: 'e-mail', address: 'mag@example.org' }], count: 3 }, note: null };
  expect(cleared(fact)).toEqual({ data: { channels: [{ kind: 'e-mail', address: '[e-mail address left out]' }], count: 3 }, note: null });
});
