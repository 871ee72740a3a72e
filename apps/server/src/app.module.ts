import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { Logger } from 'pino';
import { Corrector, EventStore, Executor } from '#event-sourcing';
import { AuditLogFinder, commandHandler, correctionHandlers, queryHandler } from '#event-sourcing/nest';
import { Projector, ReadDatabase, Tables } from '#event-sourcing/projections';
import { openEventStore } from '#event-store';
import { readModels } from '#read-models';
import { FreezeReport, useCases } from '#workstreams';
import { api } from './api/index.js';
import { FreezeReportHandler } from './documents/freeze-report.handler.js';
import { ReportFiles } from './documents/reports.controller.js';
import { Beginning } from './feeds/stream/beginning.js';
import { LiveFacts } from './feeds/stream/live-facts.js';
import { ProblemFilter } from './http/problem.filter.js';
import { OpenDataShelf } from './feeds/bulk/shelf.js';
import { openApi } from './openapi/open-api.js';
import { questions } from './questions.js';
import { ReadSide } from './read-side.js';
import type { Settings } from './settings.js';
import { API_DOCUMENT, WebController } from './web/web.controller.js';

const { version } = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as { version: string };

/** Everything that the server is made of, from the store up to the routes. */
@Module({})
export class AppModule {
  static of({ eventStoreUrl, readFolder, stream }: Settings, log: Logger): DynamicModule {
    const telling = { info: (message: string) => log.info(message), error: (message: string) => log.error(message) };
    const providers: Provider[] = [
      {
        provide: EventStore,
        useFactory: () =>
          openEventStore(eventStoreUrl, { onLost: (error) => log.warn({ reason: String(error) }, 'The event store is away.') }),
      },
      { provide: ReadDatabase, useFactory: () => new ReadDatabase(readFolder) },
      { provide: Tables, useFactory: (database: ReadDatabase) => new Tables(database, readModels), inject: [ReadDatabase] },
      { provide: Executor, useFactory: (store: EventStore) => new Executor(store, useCases), inject: [EventStore] },
      {
        provide: Projector,
        useFactory: (store: EventStore, tables: Tables) => new Projector(store, tables, { log: telling }),
        inject: [EventStore, Tables],
      },
      {
        provide: Corrector,
        useFactory: (executor: Executor, tables: Tables, projector: Projector) =>
          new Corrector(executor, new AuditLogFinder(executor, tables, projector)),
        inject: [Executor, Tables, Projector],
      },
      {
        provide: OpenDataShelf,
        useFactory: (tables: Tables, projector: Projector) => new OpenDataShelf(tables, projector, join(readFolder, 'open-data'), version),
        inject: [Tables, Projector],
      },
      { provide: APP_FILTER, useFactory: () => new ProblemFilter(log) },
      { provide: API_DOCUMENT, useValue: openApi(api, version) },
      ReadSide,
      {
        provide: LiveFacts,
        useFactory: (tables: Tables, projector: Projector) => new LiveFacts(tables, projector, stream, telling),
        inject: [Tables, Projector],
      },
      {
        provide: Beginning,
        useFactory: (store: EventStore, projector: Projector) => new Beginning(store, projector),
        inject: [EventStore, Projector],
      },
    ];
    const plain = useCases.filter(({ Command }) => Command !== FreezeReport);
    const handlers = [FreezeReportHandler, ...plain.map(commandHandler), ...questions.map(queryHandler), ...correctionHandlers];
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot()],
      controllers: [...api, ReportFiles, WebController],
      providers: [...providers, ...handlers],
    };
  }
}
