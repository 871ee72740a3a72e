import { DomainError, type Fact, type Fold, type PartialDate, type SourceReference } from '#event-sourcing';
import { type Quantity, quantityOf } from '../quantity.js';
import { type FigureJudged, type Judgement, judgementOf } from './judge-figures.js';
import type { FigurePublished } from './publish-figure.js';
import type { FigureRepeated, Repetition } from './repeat-figure.js';

/** Every fact about a figure names the workstreams that the figure is about, copied by its rule from the publication. */
export type OfFigure = Readonly<{ figureId: string; workstreamIds: readonly string[] }>;

export type FigureEvent = FigurePublished | FigureRepeated | FigureJudged;

/** A number that somebody published, with who repeated it and what was made of it. Only its id is known until its publication is folded. */
export type PublishedFigure = OfFigure &
  Readonly<{
    /** When it was said. */
    published: Readonly<{ effective: PartialDate; factId: string }> | null;
    measure: string;
    /** As printed, and what can be told from that. */
    quantity: Quantity;
    speaksOf: PartialDate;
    statedBy: string | null;
    definition: string | null;
    cycle: number | null;
    scope: string | null;
    sources: readonly SourceReference[];
    repetitions: readonly Repetition[];
    /** In order: the last one holds. */
    judgements: readonly Judgement[];
  }>;

const initial: PublishedFigure = {
  figureId: '',
  workstreamIds: [],
  published: null,
  measure: '',
  quantity: { printed: '' },
  speaksOf: 'XXXX',
  statedBy: null,
  definition: null,
  cycle: null,
  scope: null,
  sources: [],
  repetitions: [],
  judgements: [],
};

function published(figure: PublishedFigure, { data, effective, id, metadata }: Fact<FigurePublished>): PublishedFigure {
  const { value, ...stated } = data;
  return {
    ...figure,
    ...stated,
    quantity: quantityOf(value),
    published: { effective, factId: id },
    sources: metadata.sources ?? [],
  };
}

/** One stream holds all facts of one published figure. */
export const publishedFigure: Fold<PublishedFigure, FigureEvent> = {
  category: 'figure',
  initial,
  on: {
    FigurePublished: published,
    FigureRepeated: (figure, { data, effective, id, metadata }) => {
      const repetition = { statedBy: data.statedBy ?? null, sources: metadata.sources ?? [], effective, factId: id };
      return { ...figure, repetitions: [...figure.repetitions, repetition] };
    },
    FigureJudged: (figure, fact) => ({ ...figure, judgements: [...figure.judgements, judgementOf(fact)] }),
  },
};

/** The fields by which a fact names its figure as the publication did. */
export const ofFigure = ({ figureId, workstreamIds }: PublishedFigure): OfFigure => ({ figureId, workstreamIds });

export function assertPublished(figure: PublishedFigure, effective: PartialDate): void {
  if (!figure.published) throw new DomainError(`The figure is not recorded as published by ${effective}.`);
}
