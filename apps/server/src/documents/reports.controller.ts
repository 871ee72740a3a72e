import { Controller, Get, Header, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Answered } from '#event-sourcing/nest';
import { GetReport, REPORT_FORMATS, type ReportAnswer, type ReportFormat } from '#reports';
import { FormInput } from '../http/input.decorator.js';

/** Reports as files: the same answer as the interface gives, in the formats that people read and pass on. */
@Controller('reports/:cycle')
export class ReportFiles {
  constructor(private readonly queries: QueryBus) {}

  @Get(':kind.md')
  @Header('access-control-allow-origin', '*')
  async markdown(@FormInput() query: GetReport, @Res() reply: FastifyReply): Promise<void> {
    return this.#send('md', query, reply);
  }

  @Get(':kind.html')
  async html(@FormInput() query: GetReport, @Res() reply: FastifyReply): Promise<void> {
    return this.#send('html', query, reply);
  }

  @Get(':kind.docx')
  async docx(@FormInput() query: GetReport, @Res() reply: FastifyReply): Promise<void> {
    return this.#send('docx', query, reply);
  }

  async #send(format: ReportFormat, query: GetReport, reply: FastifyReply): Promise<void> {
    const { body, position } = await this.queries.execute<GetReport, Answered>(query);
    const report = body as ReportAnswer;
    const { type, make } = REPORT_FORMATS[format];
    const { cycle, kind } = report.pin;
    await reply
      .headers({
        'content-type': type,
        'content-disposition': `inline; filename="${kind}-${cycle}.${format}"`,
        'x-log-position': String(position),
        'x-report-digest': report.digest,
      })
      .send(await make(report));
  }
}
