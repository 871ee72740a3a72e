import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, Matches } from 'class-validator';
import {
  type Claim,
  claimOf,
  Command,
  type Dated,
  type Decide,
  DomainError,
  type Event,
  type Fact,
  IsCount,
  IsId,
  IsSingleDate,
  IsText,
  Optional,
  type PartialDate,
} from '#event-sourcing';
import type { Step } from '../step.js';
import { assertBegun, type CycleReport, ofReport, type OfReport } from './report.js';
import { REPORT_LOCALES, type ReportLocale } from './shape.js';

/**
 * A report is frozen: what it says is fixed by its pin, and can be made anew from that for ever. The digest tells whether
 * what is made is what was frozen.
 */
export class FreezeReport extends Command {
  @IsId() readonly reportId!: string;
  @IsId() readonly freezeId!: string;
  /** What was true by the end of this date. */
  @IsSingleDate() readonly asOf!: PartialDate;
  /** What had been recorded by the end of this date, where the report was asked for so. */
  @Optional() @IsSingleDate() readonly knownAt?: PartialDate;
  /** What stands in the log up to this position. */
  @IsCount(Number.MAX_SAFE_INTEGER) readonly upTo!: number;
  /** The versions of the rules of status by which it was made, as `coalition activity@2016`. */
  @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsText(100, { each: true }) readonly rules!: readonly string[];
  /** The version of its shape. */
  @IsText(20) readonly template!: string;
  @IsIn(REPORT_LOCALES) readonly locale!: ReportLocale;
  /** SHA-256 of the report as Markdown, in hexadecimal. */
  @Matches(/^[0-9a-f]{64}$/, { message: 'digest must be a SHA-256 in hexadecimal, in lower case' }) readonly digest!: string;
}

export type ReportFrozen = Event<'ReportFrozen', Claim<FreezeReport> & OfReport>;

/** What fixes a report, with the digest that it had. */
export type ReportFreeze = Step &
  Readonly<{
    freezeId: string;
    asOf: PartialDate;
    knownAt: PartialDate | null;
    upTo: number;
    rules: readonly string[];
    template: string;
    locale: ReportLocale;
    digest: string;
  }>;

type Fixed = Pick<ReportFreeze, 'asOf' | 'upTo' | 'rules' | 'template' | 'locale'> & Readonly<{ knownAt?: PartialDate | null | undefined }>;

const keyOf = ({ asOf, knownAt = null, upTo, rules, template, locale }: Fixed): string =>
  JSON.stringify([asOf, knownAt, upTo, rules.toSorted(), template, locale]);

export const freezeOf = ({ data, effective, id }: Fact<ReportFrozen>): ReportFreeze => {
  const { freezeId, asOf, knownAt = null, upTo, rules, template, locale, digest } = data;
  return { freezeId, asOf, knownAt, upTo, rules, template, locale, digest, effective, factId: id };
};

function frozenAlready(command: Dated<FreezeReport>, { freezes }: CycleReport): boolean {
  const same = freezes.find((each) => keyOf(each) === keyOf(command));
  if (same && same.digest !== command.digest)
    throw new DomainError(`The same pin was frozen on ${same.effective} with another digest: one of the two is not what the pin gives.`);
  return same !== undefined;
}

/** One pin is frozen once. Whether the log has come that far, and gives what the digest says, is looked at where both are known. */
export const freezeReport: Decide<FreezeReport, CycleReport, ReportFrozen> = (command, report) => {
  assertBegun(report, command.effective);
  if (frozenAlready(command, report)) return [];
  return [{ type: 'ReportFrozen', data: { ...ofReport(report), ...claimOf(command) } }];
};
