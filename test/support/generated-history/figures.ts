import { CAUSES_OF_DIFFERENCE, JudgeFigures, MEASURES, PublishFigure, RepeatFigure, VERDICTS } from '#workstreams';
import type { Thread } from './agenda.js';
import { annualMeetingOf, dateOf } from './days.js';
import type { Desk } from './desk.js';
import type { Strand } from './world.js';

type Figure = Readonly<{ figureId: string; measure: string; number: number; speaksOf: string }>;

/** How a source prints a number. */
const printed = (desk: Desk, number: number): string =>
  desk.luck.pick([String(number), String(number), `${number}+`, `about ${number}`, `more than ${number}`]);

/** The numbers of a cycle: the Chair's Summary states them, the input to the CSTD a season later says some of them otherwise. */
export function* figures(desk: Desk, strand: Strand, cycle: number): Thread {
  const { luck } = desk;
  const meeting = annualMeetingOf(cycle);
  yield* desk.on(meeting + 3);
  const stated = luck.few(MEASURES, luck.between(8, 14)).flatMap(({ id }) => published(desk, strand, cycle, id));
  yield* desk.on(meeting + luck.between(60, 140));
  for (const figure of luck.few(stated, Math.ceil(stated.length / 2))) {
    if (luck.some(0.4)) desk.do(RepeatFigure, { figureId: figure.figureId, statedBy: 'Input to the CSTD' });
    else disagreeing(desk, strand, cycle, figure);
  }
}

function published(desk: Desk, strand: Strand, cycle: number, measure: string): readonly Figure[] {
  const { luck } = desk;
  const figure = { figureId: desk.id(), measure, number: luck.between(3, 160), speaksOf: dateOf(annualMeetingOf(cycle)).slice(0, 7) };
  const isPublished = desk.do(PublishFigure, {
    ...{ figureId: figure.figureId, measure, value: printed(desk, figure.number), speaksOf: figure.speaksOf, cycle },
    ...(luck.some(0.8) && { statedBy: "Chair's Summary" }),
    ...(luck.some(0.2) && { workstreamIds: [strand.id] }),
  });
  return isPublished ? [figure] : [];
}

/** Another source says another number of the same; now and then somebody judges which one holds. */
function disagreeing(desk: Desk, strand: Strand, cycle: number, { figureId, measure, number, speaksOf }: Figure): void {
  const { luck } = desk;
  const other = desk.id();
  const value = String(number + luck.between(1, 12));
  const definition = luck.pick(['recognised', 'listed', 'registered', 'onsite'] as const);
  desk.do(PublishFigure, {
    figureId: other,
    measure,
    value,
    speaksOf,
    cycle,
    statedBy: 'Input to the CSTD',
    definition,
    workstreamIds: [strand.id],
  });
  if (luck.some(0.5)) desk.aside(desk.day + luck.between(5, 300), (at) => judged(at, figureId, other));
}

function judged(desk: Desk, figureId: string, against: string): undefined {
  const { luck } = desk;
  desk.do(JudgeFigures, {
    ...{ figureId, judgementId: desk.id(), verdict: luck.pick(VERDICTS), against: [against] },
    ...{ explanation: 'The two were counted on different days.', cause: luck.pick(CAUSES_OF_DIFFERENCE) },
  });
}
