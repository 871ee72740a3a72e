import { randomUUID } from 'node:crypto';
import {
  Controller,
  createParamDecorator,
  type ExecutionContext,
  HttpCode,
  Module,
  type PipeTransform,
  Put,
  type Type,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import Database from 'better-sqlite3';
import type { FastifyRequest } from 'fastify';
import { claimOf, parse } from '../../libs/event-sourcing/src/index.js';
import { ReceiveContribution } from '../../libs/workstreams/src/index.js';

/** A server of the same framework to measure ours against. */
export type PlainServer = 'grouped insert' | 'empty handler';

type Tip = { readonly key: number; revision: number };
type Insert = Readonly<{ tip: Tip; id: string; data: string; metadata: string; done: () => void }>;

/** Inserts of the same turn of the event loop share a transaction. Nothing is checked, and nothing is read before. */
class GroupedInserts {
  readonly #db: Database.Database;
  readonly #tips: ReadonlyMap<string, Tip>;
  readonly #insert: Database.Transaction<(waiting: readonly Insert[]) => void>;
  #waiting: Insert[] = [];

  constructor(file: string) {
    this.#db = new Database(file);
    this.#db.pragma('journal_mode = WAL');
    this.#db.pragma('synchronous = FULL');
    const streams = this.#db.prepare<[], Tip & { name: string }>(
      'SELECT name, key, (SELECT max(revision) FROM event WHERE stream = key) AS revision FROM stream',
    );
    this.#tips = new Map(streams.all().map((tip) => [tip.name, tip]));
    const add = this.#db.prepare(
      "INSERT INTO event (stream, revision, id, type, data, metadata, recorded_at) VALUES (?, ?, ?, 'ContributionReceived', ?, ?, ?)",
    );
    this.#insert = this.#db.transaction((waiting: readonly Insert[]) => {
      for (const { tip, id, data, metadata } of waiting) add.run(tip.key, (tip.revision += 1), id, data, metadata, Date.now());
    });
  }

  async add(command: ReceiveContribution): Promise<string> {
    const { effective, sources } = command;
    const id = randomUUID();
    const data = JSON.stringify(claimOf(command));
    const metadata = JSON.stringify({ effective, actor: 'bench', via: 'http', schema: 1, $correlationId: id, $causationId: id, sources });
    const tip = this.#tips.get(`call-${command.callId}`)!;
    await new Promise<void>((done) => {
      if (this.#waiting.push({ tip, id, data, metadata, done }) === 1) setImmediate(() => this.#commit());
    });
    return id;
  }

  #commit(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#insert.immediate(waiting);
    for (const { done } of waiting) done();
  }
}

/** The same check by the same class as the tracker's. */
class Parsed implements PipeTransform {
  transform(value: object, { metatype }: { metatype?: Type | undefined }): object {
    return parse(metatype as Type<object>, value);
  }
}

const Sent = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { body, params } = context.switchToHttp().getRequest<FastifyRequest>();
  return { ...(body as object), ...(params as object) };
});

const ROUTE = 'v1/calls/:callId/contributions/:contributionId';

@Controller(ROUTE)
class Inserting {
  constructor(private readonly inserts: GroupedInserts) {}

  @Put()
  @HttpCode(201)
  async receive(@Sent(new Parsed()) command: ReceiveContribution): Promise<object> {
    return { changed: true, factIds: [await this.inserts.add(command)] };
  }
}

@Controller(ROUTE)
class Empty {
  @Put()
  @HttpCode(201)
  receive(): object {
    return {};
  }
}

@Module({})
class PlainModule {}

/** The framework as it comes, with a handler that does the least: the limits of what a server of commands could reach. */
export async function plainServer(kind: PlainServer, file: string): Promise<NestFastifyApplication> {
  const inserting = {
    module: PlainModule,
    controllers: [Inserting],
    providers: [{ provide: GroupedInserts, useFactory: () => new GroupedInserts(file) }],
  };
  const module = kind === 'grouped insert' ? inserting : { module: PlainModule, controllers: [Empty] };
  return NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), { logger: false });
}
