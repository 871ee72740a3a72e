import {
  type Claim,
  claimOf,
  Command,
  type Dated,
  type Decide,
  DomainError,
  type Event,
  IsId,
  IsText,
  Optional,
  type PartialDate,
  type SourceReference,
} from '#event-sourcing';
import { assertPublished, ofFigure, type OfFigure, type PublishedFigure } from './published-figure.js';

/**
 * Another source states the same figure. Whether two documents are two witnesses or one is for their readers to judge: the
 * sources say where it stands, `statedBy` says who speaks there.
 */
export class RepeatFigure extends Command {
  @IsId() readonly figureId!: string;
  /** Who says so. */
  @Optional() @IsText(200) readonly statedBy?: string;
}

export type FigureRepeated = Event<'FigureRepeated', Claim<RepeatFigure> & OfFigure>;

/** Where a figure was stated once more, and by whom. */
export type Repetition = Readonly<{
  statedBy: string | null;
  sources: readonly SourceReference[];
  effective: PartialDate;
  factId: string;
}>;

type Witness = Pick<Repetition, 'statedBy' | 'sources'>;

/** What tells one place from another. When somebody looked at it does not. */
const placeOf = ({ document, url, locator }: SourceReference): string => JSON.stringify([document, url, locator]);

const isSameWitness = (a: Witness, b: Witness): boolean => {
  const places = new Set(b.sources.map(placeOf));
  return a.statedBy === b.statedBy && a.sources.length === places.size && a.sources.every((each) => places.has(placeOf(each)));
};

const witnessOf = ({ statedBy, sources = [] }: Dated<RepeatFigure>): Witness => ({ statedBy: statedBy ?? null, sources });

export const repeatFigure: Decide<RepeatFigure, PublishedFigure, FigureRepeated> = (command, figure) => {
  assertPublished(figure, command.effective);
  const witness = witnessOf(command);
  if (witness.statedBy === null && witness.sources.length === 0)
    throw new DomainError('A repetition says who repeats the figure, or where.');
  if ([figure, ...figure.repetitions].some((each) => isSameWitness(witness, each))) return [];
  return [{ type: 'FigureRepeated', data: { ...ofFigure(figure), ...claimOf(command) } }];
};
