import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import {
  type Claim,
  claimOf,
  Command,
  type Dated,
  type Decide,
  DomainError,
  type Event,
  type Fact,
  IsId,
  IsText,
  Optional,
  type PartialDate,
} from '#event-sourcing';
import { comparable } from './comparing.js';
import { assertPublished, ofFigure, type OfFigure, type PublishedFigure } from './published-figure.js';

export const VERDICTS = ['holds', 'does not hold', 'cannot be decided'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why published numbers of one thing differ (`DOMAIN.md`, Published figures). */
export const CAUSES_OF_DIFFERENCE = [
  'draft vs final',
  'date of counting',
  'onsite vs registered',
  'definition',
  'day 0',
  'wrong label',
  'later recount',
  'other',
] as const;
export type CauseOfDifference = (typeof CAUSES_OF_DIFFERENCE)[number];

/** Somebody judges which of several published figures holds, and why. A later judgement takes the place of an earlier one; all stay on record. */
export class JudgeFigures extends Command {
  /** The figure that is judged. */
  @IsId() readonly figureId!: string;
  @IsId() readonly judgementId!: string;
  @IsIn(VERDICTS) readonly verdict!: Verdict;
  /** The figures beside which it was judged: published numbers of the same measure, scope and time. */
  @Optional() @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsId({ each: true }) readonly against?: readonly string[];
  @IsText(2000) readonly explanation!: string;
  /** What made them differ. */
  @Optional() @IsIn(CAUSES_OF_DIFFERENCE) readonly cause?: CauseOfDifference;
}

export type FigureJudged = Event<'FigureJudged', Claim<JudgeFigures> & OfFigure>;

/** What somebody made of a figure. */
export type Judgement = Readonly<{
  judgementId: string;
  verdict: Verdict;
  against: readonly string[];
  explanation: string;
  cause: CauseOfDifference | null;
  effective: PartialDate;
  factId: string;
}>;

export const judgementOf = ({ data, effective, id }: Fact<FigureJudged>): Judgement => ({
  judgementId: data.judgementId,
  verdict: data.verdict,
  against: data.against ?? [],
  explanation: data.explanation,
  cause: data.cause ?? null,
  effective,
  factId: id,
});

function saysTheSame({ verdict, against = [], explanation, cause }: Dated<JudgeFigures>, last: Judgement | undefined): boolean {
  const saysSo = last?.verdict === verdict && last.explanation === explanation && last.cause === (cause ?? null);
  return saysSo && last.against.length === against.length && against.every((id) => last.against.includes(id));
}

/** Figures are judged beside those of the same thing. */
export const notBeside = (other: PublishedFigure, _: JudgeFigures, own: PublishedFigure): string | undefined =>
  comparable(other, own) ? undefined : 'is a figure of something else, of another time, or of another part';

export const judgeFigures: Decide<JudgeFigures, PublishedFigure, FigureJudged> = (command, figure) => {
  assertPublished(figure, command.effective);
  if (command.against?.includes(command.figureId)) throw new DomainError('A figure is judged beside others, not beside itself.');
  if (saysTheSame(command, figure.judgements.at(-1))) return [];
  return [{ type: 'FigureJudged', data: { ...ofFigure(figure), ...claimOf(command) } }];
};
