import { type Happening, idOf, type Of } from './happening.js';

const figure = ({ id, workstreamIds }: Of) => ({ figureId: id('figure'), workstreamIds });
const VALUES = ['37', '120+', '50-60', 'about 200', '85+ countries and 17 regions'];
const MEASURES = ['BPFs', 'recognised NRIs', 'something else'];

const events: readonly Happening['event'][] = [
  (n, day, of) => ({
    type: 'FigurePublished',
    data: { ...figure(of), measure: MEASURES[n % 3], value: VALUES[n % 5], speaksOf: n % 4 ? day.slice(0, 4) : 'XXXX' },
  }),
  (n, _, of) => ({ type: 'FigureRepeated', data: { ...figure(of), ...(n % 2 && { statedBy: `Witness ${n}` }) } }),
  (n, day, of) => ({
    type: 'FigureJudged',
    data: { ...figure(of), judgementId: idOf(`judgement ${n}`), verdict: n % 2 ? 'holds' : 'does not hold', explanation: `As of ${day}` },
  }),
];

export const figureHappenings = events.map((event): Happening => ({ category: 'figure', event }));
