import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn } from 'class-validator';
import { InvalidInput, IsCount, IsId, IsText, NotFound, Optional, Query } from '#event-sourcing';
import { type Answering, answering, type QueryCase, type Tables } from '#event-sourcing/projections';
import { getReports } from '#read-models';
import { REPORT_KINDS, REPORT_LOCALES, type ReportKind, type ReportLocale } from '#workstreams';
import { digestOf } from './digest.js';
import { type Erratum, errataOf } from './errata.js';
import { makeReport } from './make-report.js';
import type { YearlyReport } from './model.js';
import { pinOf, pinOfFreeze, type ReportPin } from './pin.js';
import { TEMPLATE_VERSIONS } from './templates.js';

const listed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.split(',') : value);

/** The intersessional sections of a report on a cycle, made from the record. What fixes it, and is left out here, is as it is now. */
export class GetReport extends Query {
  @IsCount(9999) readonly cycle!: number;
  @IsIn(REPORT_KINDS) readonly kind!: ReportKind;
  /** The versions of the rules of status to go by, as `coalition activity@2016`, set apart by commas. */
  @Optional()
  @Transform(listed)
  @IsArray()
  @ArrayMaxSize(20)
  @IsText(100, { each: true })
  readonly rules?: readonly string[];
  /** The version of the shape. */
  @Optional() @IsIn(TEMPLATE_VERSIONS) readonly template?: string;
  @Optional() @IsIn(REPORT_LOCALES) readonly locale?: ReportLocale;
  /** The id of a freeze: the report as it was frozen. It says all the rest. */
  @Optional() @IsId() readonly frozen?: string;
}

/** What has been recorded since a report was pinned and makes it say something else. */
export class GetReportErrata extends GetReport {
  /** The position up to which to look; the latest when left out. */
  @Optional() @IsCount(Number.MAX_SAFE_INTEGER) readonly until?: number;
}

/** A freeze beside what its pin gives today. */
export type FrozenReport = Readonly<{
  freezeId: string;
  factId: string;
  digest: string;
  /** Whether today's report from the same pin is the one that was frozen, byte for byte. */
  isSame: boolean;
}>;

export type ReportAnswer = YearlyReport &
  Readonly<{
    /** SHA-256 of the report as Markdown. */
    digest: string;
    /** Null for a report that was not asked for by its freeze. */
    frozen: FrozenReport | null;
  }>;

export type ReportErrata = Readonly<{ pin: ReportPin; until: number; total: number; errata: readonly Erratum[] }>;

type Frozen = Readonly<{ pin: ReportPin; freeze: Omit<FrozenReport, 'isSame'> | null }>;

function frozenPin(frozen: string, { cycle, kind, ...others }: GetReport, tables: Tables): Frozen {
  const given = (['asOf', 'knownAt', 'upTo', 'rules', 'template', 'locale'] as const).filter((name) => others[name] !== undefined);
  if (given.length > 0) throw new InvalidInput(given.map((name) => ({ pointer: `/${name}`, detail: 'is told by the freeze already' })));
  const { reports } = getReports({ cycle, kind }, tables).body;
  const found = reports.flatMap(({ freezes }) => freezes).find(({ freezeId }) => freezeId === frozen);
  if (!found) throw new NotFound(`No report on the cycle of ${cycle} was frozen as ${frozen}.`);
  const { freezeId, factId, digest } = found;
  return { pin: pinOfFreeze({ cycle, kind }, found), freeze: { freezeId, factId, digest } };
}

const asked = (query: GetReport, tables: Tables): Frozen =>
  query.frozen === undefined ? { pin: pinOf(query, tables), freeze: null } : frozenPin(query.frozen, query, tables);

export const getReport: Answering<GetReport, ReportAnswer> = (query, tables) => {
  const { pin, freeze } = asked(query, tables);
  const report = makeReport(pin, tables);
  const digest = digestOf(report);
  return { body: { ...report, digest, frozen: freeze && { ...freeze, isSame: freeze.digest === digest } } };
};

export const getReportErrata: Answering<GetReportErrata, ReportErrata> = (query, tables) => {
  const { pin } = asked(query, tables);
  const until = query.until ?? Number(tables.position());
  if (until < pin.upTo) throw new InvalidInput([{ pointer: '/until', detail: `lies before the position of the report, ${pin.upTo}` }]);
  const errata = errataOf(pin, until, tables);
  return { body: { pin, until, total: errata.length, errata } };
};

/** All that can be asked of reports. */
export const reportCases: readonly QueryCase[] = [
  answering(GetReport, getReport, 'ReportAnswer'),
  answering(GetReportErrata, getReportErrata, 'ReportErrata'),
];
