import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FollowFacts } from '#read-models';
import { Input } from '../../http/input.decorator.js';
import { Beginning } from './beginning.js';
import { beginEventStream, describeEventStream } from './event-stream.js';
import { LiveFacts } from './live-facts.js';

/** Facts as they are recorded, as server-sent events. */
@Controller('v1/stream')
export class FactStream {
  constructor(
    private readonly beginning: Beginning,
    private readonly live: LiveFacts,
  ) {}

  @Get()
  async followFacts(@Input() question: FollowFacts, @Req() { method, headers }: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const position = await this.beginning.of(question, headers);
    this.live.assertRoom();
    if (method === 'HEAD') describeEventStream(reply);
    else this.live.follow(beginEventStream(reply), question, position);
  }
}
