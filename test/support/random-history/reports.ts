import { type Happening, idOf, type Of } from './happening.js';

const report = ({ id, workstreamIds }: Of) => ({ reportId: id('report'), workstreamId: workstreamIds[0]! });
const KINDS = ['chairs-summary', 'cstd-input'];
const SECTIONS = ['overview', 'forums', 'open'];

const events: readonly Happening['event'][] = [
  (n, _, of) => ({ type: 'ReportBegun', data: { ...report(of), cycle: 2015 + (n % 3), kind: KINDS[n % 2] } }),
  (n, day, of) => ({
    type: 'ProseWritten',
    data: {
      ...report(of),
      section: SECTIONS[n % 3],
      text: `Written on ${day}.\n\nThat is *all* | there is.`,
      language: n % 4 ? 'en' : 'fr',
    },
  }),
  (n, day, of) => ({
    type: 'ReportFrozen',
    data: {
      ...report(of),
      freezeId: idOf(`freeze ${n}`),
      asOf: day,
      upTo: n,
      rules: [],
      template: '1',
      locale: 'en',
      digest: 'a'.repeat(64),
    },
  }),
  (n, _, of) => ({
    type: 'ReportPublished',
    data: { ...report(of), freezeId: idOf(`freeze ${n}`), page: 'https://www.intgovforum.org/' },
  }),
];

export const reportHappenings = events.map((event): Happening => ({ category: 'report', event }));
