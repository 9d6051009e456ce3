import { Module, type DynamicModule } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { NatsConnection } from '@nats-io/transport-node';
import { DataSource } from 'typeorm';
import { EventLog } from './event-log/event-log';
import { Feeds } from './event-log/feeds';
import { GroupCommit } from './event-log/group-commit';
import { LogServer } from './event-log/log-server';
import { ScopeHeads } from './event-log/scope-heads';
import { Liveness, type LivenessOptions } from './health/liveness';
import { Publisher } from './nats/publisher';
import type { CommonEnvironment } from './process/environment';
import type { Logger } from './process/logger';
import type { Problems } from './process/problems';
import { Readiness } from './process/readiness';
import { ENVIRONMENT, LIVENESS, LOGGER, NATS, SQLITE } from './process/tokens';
import type { ServiceDefinition } from './service-definition';
import type { Database } from './sqlite/sqlite';
import { StorageWatch } from './sqlite/storage-watch';

/**
 * The resources a service needs before Nest starts. Opened by `boot-service.ts`, and closed there after Nest has shut down.
 */
export interface Resources {
  readonly environment: CommonEnvironment;
  readonly logger: Logger;
  readonly problems: Problems;
  readonly nats: NatsConnection;
  readonly database: Database;
}

@Module({})
class ResourcesModule {}

/** The service's own module, the resources its providers may inject, and the providers that announce it. */
@Module({})
export class ServiceModule {
  static of(definition: ServiceDefinition, resources: Resources): DynamicModule {
    return {
      module: ServiceModule,
      imports: [resourcesModule(definition, resources), definition.module],
      providers: [livenessOptions(definition, resources), Liveness, logServer(definition, resources)],
    };
  }
}

/** Global, so that Nest creates it first and destroys it last. Injected by class, or by token where only an interface exists. */
function resourcesModule({ name, projections }: ServiceDefinition, resources: Resources): DynamicModule {
  const { environment, logger, nats, database } = resources;
  const providers = [
    { provide: ENVIRONMENT, useValue: environment },
    { provide: LOGGER, useValue: logger },
    { provide: NATS, useValue: nats },
    { provide: SQLITE, useValue: database.sqlite },
    { provide: DataSource, useValue: database.dataSource },
    { provide: Readiness, useClass: Readiness },
    { provide: Publisher, useValue: new Publisher(name, nats, logger) },
    { provide: EventLog, useFactory: () => new EventLog(database.sqlite, projections(database.sqlite)) },
    {
      provide: ScopeHeads,
      useFactory: (publisher: Publisher) => new ScopeHeads(name, publisher),
      inject: [Publisher],
    },
    { provide: StorageWatch, useFactory: () => watchedStorage(resources) },
    {
      provide: GroupCommit,
      useFactory: (log: EventLog, storage: StorageWatch, heads: ScopeHeads, publisher: Publisher) =>
        new GroupCommit({
          sqlite: database.sqlite,
          log,
          logger,
          onWriteTrouble: storage.failed,
          publish: (committed) => {
            heads.note(committed);
            publisher.event(name, committed.event, committed.audience);
          },
        }),
      inject: [EventLog, StorageWatch, ScopeHeads, Publisher],
    },
    {
      provide: Feeds,
      useFactory: (groupCommit: GroupCommit) => new Feeds(nats, logger, database.sqlite, groupCommit),
      inject: [GroupCommit],
    },
  ];
  return { module: ResourcesModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
}

function watchedStorage({ environment, logger, database }: Resources): StorageWatch {
  const storage = new StorageWatch({ database, folder: environment.DATA_DIR });
  if (storage.health().state !== 'ok') logger.warn('The disk is full, nearly full or failing.');
  return storage;
}

const livenessOptions = ({ name }: ServiceDefinition, { environment, problems, database }: Resources) => ({
  provide: LIVENESS,
  useFactory: (storage: StorageWatch, groupCommit: GroupCommit): LivenessOptions => ({
    process: name,
    problems,
    heartbeatFile: environment.HEARTBEAT_FILE,
    probe: () => {
      database.sqlite.prepare('SELECT 1').get();
      return storage.health();
    },
    storage: () => ({ databaseBytes: database.bytes(), writer: groupCommit.takeReport(), disk: storage.look() }),
  }),
  inject: [StorageWatch, GroupCommit],
});

const logServer = ({ name, audience }: ServiceDefinition, { logger, nats, database }: Resources) => ({
  provide: LogServer,
  useFactory: (log: EventLog, heads: ScopeHeads, readiness: Readiness, module: ModuleRef) =>
    new LogServer({
      service: name,
      nats,
      logger,
      sqlite: database.sqlite,
      log,
      heads,
      readiness,
      audience: () => audience && module.get(audience, { strict: false }),
    }),
  inject: [EventLog, ScopeHeads, Readiness, ModuleRef],
});
