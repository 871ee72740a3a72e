import { writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { parse } from '#event-sourcing';
import {
  type Erratum,
  getReport,
  GetReport,
  getReportErrata,
  GetReportErrata,
  REPORT_FORMATS,
  type ReportAnswer,
  type ReportErrata,
  type ReportFormat,
} from '#reports';
import { REPORT_KINDS } from '#workstreams';
import { storeOption, type StoreOption } from '../store.js';
import { counted, print, say } from '../terminal.js';
import { lookedUp } from './built.js';

/** What may be told of a report: its pin, or the freeze that says it. */
type Asked = StoreOption &
  Readonly<{
    cycle: string;
    kind: string;
    asOf?: string;
    knownAt?: string;
    upTo?: string;
    rules?: string;
    template?: string;
    frozen?: string;
  }>;

type ReportOptions = Asked & Readonly<{ format: ReportFormat | 'json'; out?: string }>;

type ErrataOptions = Asked & Readonly<{ until?: string; json?: true }>;

/** The fields of the question, those left out left out. */
function fields({ cycle, kind, asOf, knownAt, upTo, rules, template, frozen }: Asked): object {
  const said = Object.entries({ cycle, kind, asOf, knownAt, upTo, rules, template, frozen });
  return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}

const asJson = (answer: object): Buffer => Buffer.from(`${JSON.stringify(answer, null, 2)}\n`);

const fileOf = async (answer: ReportAnswer, format: ReportOptions['format']): Promise<Buffer> =>
  format === 'json' ? asJson(answer) : REPORT_FORMATS[format].make(answer);

/** What fixes a report, as the options that give it again. */
function pinned({ pin: { cycle, kind, asOf, knownAt, upTo, rules, template }, digest }: ReportAnswer): string {
  const known = knownAt === null ? '' : ` --known-at ${knownAt}`;
  const pin = `--cycle ${cycle} --kind ${kind} --as-of ${asOf}${known} --up-to ${upTo} --rules '${rules.join(',')}' --template ${template}`;
  return `Pinned by ${pin}\nSHA-256 of the Markdown: ${digest}`;
}

async function reportCommand({ format, out, ...options }: ReportOptions): Promise<void> {
  const query = parse(GetReport, fields(options));
  const answer = await lookedUp(options, (tables) => getReport(query, tables).body);
  const file = await fileOf(answer, format);
  if (out === undefined) process.stdout.write(file);
  else writeFileSync(out, file);
  say(pinned(answer));
  if (answer.frozen?.isSame === false) say('This is not what was frozen: the program that makes reports has changed since.');
}

function told({ section, of, was, now, causes }: Erratum): string {
  const because = causes.map(
    ({ type, factId, actor, recordedAt, reason }) =>
      `  ${type} ${factId} by ${actor}, ${recordedAt}${reason === null ? '' : `: ${reason}`}`,
  );
  return [`${section}, ${of}`, `  was: ${was ?? 'not there'}`, `  now: ${now ?? 'not there'}`, ...because].join('\n');
}

function tell({ total, errata, pin, until }: ReportErrata): void {
  for (const each of errata) print(told(each));
  say(`${counted(total, 'difference')} between position ${pin.upTo} and ${until}.`);
}

async function errataCommand({ until, json, ...options }: ErrataOptions): Promise<void> {
  const query = parse(GetReportErrata, { ...fields(options), ...(until !== undefined && { until }) });
  const answer = await lookedUp(options, (tables) => getReportErrata(query, tables).body);
  if (json) process.stdout.write(asJson(answer));
  else tell(answer);
}

const asking = (command: Command): Command =>
  command
    .requiredOption('--cycle <year>', 'the year of the annual meeting that ends the cycle')
    .addOption(new Option('--kind <kind>', 'what the report is for').choices(REPORT_KINDS).makeOptionMandatory())
    .option('--as-of <date>', 'what was true by the end of this date (default: today)')
    .option('--known-at <date>', 'what had been recorded by the end of this date')
    .option('--up-to <position>', 'what stands in the log up to this position (default: all)')
    .option('--rules <versions>', 'the versions of the rules of status, as rule@version, set apart by commas (default: those in force)')
    .option('--template <version>', 'the version of its shape (default: the latest)')
    .option('--frozen <id>', 'the report as it was frozen')
    .addOption(storeOption());

/** Adds `igf report` and `igf report errata`. */
export function addReports(program: Command): void {
  const reports = program.command('report').description('The intersessional sections of a yearly report, made from the record.');
  // Each has options of its own: what makes the report is a command that need not be named.
  asking(reports.command('make', { isDefault: true }).description('Make the report.'))
    .addOption(new Option('--format <format>', 'as what').choices([...Object.keys(REPORT_FORMATS), 'json']).default('md'))
    .option('--out <file>', 'where to write it (default: standard output)')
    .action(reportCommand);
  asking(
    reports.command('errata').description('Say what a report would say otherwise now, and because of which corrections and late facts.'),
  )
    .option('--until <position>', 'compare with this position of the log (default: the latest)')
    .option('--json', 'print the result as JSON')
    .action(errataCommand);
}
