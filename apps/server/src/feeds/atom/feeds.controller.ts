import { Controller, Get, Header, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply } from 'fastify';
import type { Moment } from '#event-sourcing';
import type { Answered } from '#event-sourcing/nest';
import { type FactFeed, GetCorrectionsFeed, GetFeed, GetKindFeed, GetWorkstreamFeed, type WorkstreamFeed } from '#read-models';
import { Input } from '../../http/input.decorator.js';
import { Serves } from '../../http/serves.js';
import { titleOf } from '../../web/titles.js';
import { type FeedDescription, factFeedXml } from './fact-feed.js';
import { ATOM } from './media-type.js';

/** A page of an archive has the same bytes for ever. */
const FOR_EVER = 'public, max-age=31536000, immutable';

const TYPE = ['content-type', `${ATOM}; charset=utf-8`] as const;

type Asked = GetFeed | GetCorrectionsFeed | GetKindFeed | GetWorkstreamFeed;

/** The facts as Atom feeds (RFC 4287) with archives (RFC 5005). */
@Controller('v1/feeds')
export class Feeds {
  constructor(private readonly queries: QueryBus) {}

  @Get('all.atom')
  @Serves(ATOM)
  @Header(...TYPE)
  async all(@Input() query: GetFeed, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#feed(query, reply, () => ({ title: 'All facts', path: '/v1/feeds/all.atom', page: '/' }));
  }

  @Get('corrections.atom')
  @Serves(ATOM)
  @Header(...TYPE)
  async corrections(@Input() query: GetCorrectionsFeed, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    return this.#feed(query, reply, () => ({ title: 'Corrections', path: '/v1/feeds/corrections.atom', page: '/' }));
  }

  @Get('kinds/:kind.atom')
  @Serves(ATOM)
  @Header(...TYPE)
  async kind(@Input() query: GetKindFeed, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { kind } = query;
    return this.#feed(query, reply, () => ({ title: `Of the kind ${kind}`, path: `/v1/feeds/kinds/${kind}.atom`, page: '/' }));
  }

  @Get('workstreams/:workstreamId.atom')
  @Serves(ATOM)
  @Header(...TYPE)
  async workstream(@Input() query: GetWorkstreamFeed, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { workstreamId } = query;
    return this.#feed(query, reply, (feed) => ({
      title: titleOf((feed as WorkstreamFeed).workstream),
      path: `/v1/feeds/workstreams/${workstreamId}.atom`,
      page: `/workstreams/${workstreamId}`,
    }));
  }

  async #feed(query: Asked, reply: FastifyReply, describe: (feed: FactFeed) => FeedDescription): Promise<string> {
    const { body, position } = await this.queries.execute<Asked, Answered>(query);
    const feed = body as FactFeed;
    const { asOf, knownAt, upTo }: Moment = query;
    void reply.header('x-log-position', String(position));
    if (feed.page !== null) void reply.header('cache-control', FOR_EVER);
    return factFeedXml(describe(feed), feed, { asOf, knownAt, upTo });
  }
}
