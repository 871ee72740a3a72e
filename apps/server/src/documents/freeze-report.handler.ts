import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { currentContext, Executor, InvalidInput, NotThereYet, type Outcome } from '#event-sourcing';
import { Projector, Tables } from '#event-sourcing/projections';
import { getReports } from '#read-models';
import { digestOf, makeReport, pinOfFreeze } from '#reports';
import { FreezeReport } from '#workstreams';

/** How long a freeze waits for what was recorded just before it, in milliseconds. */
const WAIT = 5000;

const refused = (pointer: string, detail: string): InvalidInput => new InvalidInput([{ pointer, detail }]);

/** Freezes a report once it is sure that its pin gives what its digest says: what only one reader has seen is not frozen. */
@CommandHandler(FreezeReport)
export class FreezeReportHandler implements ICommandHandler<FreezeReport, Outcome> {
  constructor(
    private readonly executor: Executor,
    private readonly tables: Tables,
    private readonly projector: Projector,
  ) {}

  async execute(command: FreezeReport): Promise<Outcome> {
    const { lastPosition } = this.executor;
    if (!(await this.projector.reached(lastPosition, WAIT))) throw new NotThereYet(`Position ${lastPosition} has not been reached yet.`);
    this.#assertDigest(command);
    return this.executor.execute(command, currentContext());
  }

  #assertDigest({ reportId, freezeId, digest, knownAt, ...fixed }: FreezeReport): void {
    const report = getReports({}, this.tables).body.reports.find((each) => each.reportId === reportId);
    // That there is no such report is for the rule to say.
    if (!report) return;
    if (BigInt(fixed.upTo) > this.tables.position()) throw refused('/upTo', 'the log has not come that far');
    const pin = pinOfFreeze(report, { ...fixed, knownAt: knownAt ?? null, freezeId, digest });
    const found = digestOf(makeReport(pin, this.tables));
    if (found !== digest) throw refused('/digest', `is not that of the report with this pin, which is ${found}`);
  }
}
