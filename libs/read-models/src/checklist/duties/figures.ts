import { agreementOf, type Comparables } from '../../published-figures/figure-group.js';
import type { Published } from '../../published-figures/figure-register.js';
import { type ChecklistSubject, type Duty, lacking, type Looked, whole } from '../duty.js';
import { ALL } from './kinds.js';

const nameOf = ({ figureId, measure, quantity }: Published): ChecklistSubject => ({
  category: 'figure',
  id: figureId,
  name: `${measure}: ${quantity.printed}`,
});

const since = ({ published }: Published): string => published.effective;

function sourceOf(figure: Published): Looked {
  const { figureId, sources, repetitions, published } = figure;
  const factIds = [published.factId, ...repetitions.map(({ factId }) => factId)];
  if (sources.length > 0 || repetitions.some((each) => each.sources.length > 0)) return whole(factIds);
  const fill = { command: 'RepeatFigure', method: 'POST', path: `/v1/figures/${figureId}/repetitions` } as const;
  return lacking({ of: nameOf(figure), missing: 'where it was published', since: since(figure), factIds, fill });
}

/** A number that somebody published says where. */
export const figureSources: Duty = {
  id: 'figure-sources',
  title: 'Sources of published figures',
  rule: 'A published figure names the page or the document in which it stands, itself or where it was repeated.',
  source: 'Our reading: a number that cannot be looked up cannot be judged.',
  of: ALL,
  needs: 'a figure about it, or about its cycle, on record',
  look: ({ figures }) => figures.flat().map(sourceOf),
};

function judged(group: Comparables): readonly Looked[] {
  if (group.length === 1) return [];
  const factIds = group.map(({ published }) => published.factId);
  const judgements = group.flatMap((figure) => figure.judgements.map(({ factId }) => factId));
  if (agreementOf(group.map(({ quantity }) => quantity)) !== 'disagree' || judgements.length > 0)
    return [whole([...factIds, ...judgements])];
  const [first] = group;
  const latest = group.at(-1)!;
  const fill = { command: 'JudgeFigures', method: 'PUT', path: `/v1/figures/${first.figureId}/judgements/{judgementId}` } as const;
  const missing = `a judgement: ${group.map(({ quantity }) => quantity.printed).join(', ')} cannot all hold`;
  return [lacking({ of: nameOf(first), missing, since: since(latest), factIds, fill })];
}

/** Figures that exclude each other have been judged. */
export const figureJudgements: Duty = {
  id: 'figure-judgements',
  title: 'Figures that disagree',
  rule: 'Where published figures of the same measure, scope and time cannot all hold, somebody has judged which does.',
  source: 'DOMAIN.md, Published figures and Agreement: 37 or 43 initiatives at the end of 2015. That it be judged is our reading.',
  of: ALL,
  needs: 'several figures of the same on record',
  look: ({ figures }) => figures.flatMap(judged),
};
