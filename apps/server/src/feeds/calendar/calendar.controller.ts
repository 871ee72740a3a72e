import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { InvalidInput } from '#event-sourcing';
import type { Answered } from '#event-sourcing/nest';
import { type Calendar, GetCalendarFeed } from '#read-models';
import { Input } from '../../http/input.decorator.js';
import { Serves } from '../../http/serves.js';
import { iCalendar } from './i-calendar.js';

/** Under which address the server was asked: a calendar is read far from it, and its links have to lead back. */
function originOf({ protocol, host }: FastifyRequest): string {
  const address = `${protocol}://${host}`;
  if (!URL.canParse(address)) throw new InvalidInput([{ pointer: '', detail: 'the header host must be the name of a host' }]);
  return new URL(address).origin;
}

/** The calendar as a file to subscribe to. */
@Controller('v1')
export class CalendarFiles {
  constructor(private readonly queries: QueryBus) {}

  @Get('calendar.ics')
  @Serves('text/calendar')
  @Header('content-type', 'text/calendar; charset=utf-8')
  async calendar(
    @Input() query: GetCalendarFeed,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { body, position } = await this.queries.execute<GetCalendarFeed, Answered>(query);
    void reply.header('x-log-position', String(position));
    return iCalendar(body as Calendar, query, originOf(request));
  }
}
