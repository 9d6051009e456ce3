import { Module, type DynamicModule } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { NatsConnection } from '@nats-io/transport-node';
import { DataSource } from 'typeorm';
import { EventLog } from './event-log/event-log';
import { GroupCommit } from './event-log/group-commit';
import { LogServer } from './event-log/log-server';
import { ScopeHeads } from './event-log/scope-heads';
import { Liveness, type LivenessOptions } from './health/liveness';
import { Publisher } from './nats/publisher';
import type { CommonEnvironment } from './process/environment';
import type { Logger } from './process/logger';
import type { Problems } from './process/problems';
import { Standing } from './process/standing';
import { ENVIRONMENT, LIVENESS, LOGGER, NATS, SQLITE } from './process/tokens';
import type { ServiceDefinition } from './service-definition';
import type { Database } from './sqlite/sqlite';
import { StorageWatch } from './sqlite/storage-watch';

/** What a service stands on: opened before the container is made, and closed after it. */
export interface Ground {
  readonly environment: CommonEnvironment;
  readonly logger: Logger;
  readonly problems: Problems;
  readonly nats: NatsConnection;
  readonly database: Database;
}

@Module({})
class GroundModule {}

/** A service's own module on the ground that all of its providers may inject from, and what tells others of it. */
@Module({})
export class ServiceModule {
  static of(definition: ServiceDefinition, ground: Ground): DynamicModule {
    return {
      module: ServiceModule,
      imports: [groundModule(definition, ground), definition.module],
      providers: [livenessOptions(definition, ground), Liveness, logServer(definition, ground)],
    };
  }
}

/** Global, so that Nest makes it first and ends it last. Injected by class, or by token where there is only an interface. */
function groundModule({ name, projections }: ServiceDefinition, ground: Ground): DynamicModule {
  const { environment, logger, nats, database } = ground;
  const providers = [
    { provide: ENVIRONMENT, useValue: environment },
    { provide: LOGGER, useValue: logger },
    { provide: NATS, useValue: nats },
    { provide: SQLITE, useValue: database.sqlite },
    { provide: DataSource, useValue: database.dataSource },
    { provide: Standing, useClass: Standing },
    { provide: Publisher, useValue: new Publisher(name, nats, logger) },
    { provide: EventLog, useFactory: () => new EventLog(database.sqlite, projections(database.sqlite)) },
    {
      provide: ScopeHeads,
      useFactory: (publisher: Publisher) => new ScopeHeads(name, publisher),
      inject: [Publisher],
    },
    { provide: StorageWatch, useFactory: () => watchedStorage(ground) },
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
  ];
  return { module: GroundModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
}

function watchedStorage({ environment, logger, database }: Ground): StorageWatch {
  const storage = new StorageWatch({ database, folder: environment.DATA_DIR });
  if (storage.health().state !== 'ok') logger.warn('The disk is full, nearly full or failing.');
  return storage;
}

const livenessOptions = ({ name }: ServiceDefinition, { environment, problems, database }: Ground) => ({
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

const logServer = ({ name, audience }: ServiceDefinition, { logger, nats, database }: Ground) => ({
  provide: LogServer,
  useFactory: (log: EventLog, heads: ScopeHeads, standing: Standing, module: ModuleRef) =>
    new LogServer({
      service: name,
      nats,
      logger,
      sqlite: database.sqlite,
      log,
      heads,
      standing,
      audience: () => audience && module.get(audience, { strict: false }),
    }),
  inject: [EventLog, ScopeHeads, Standing, ModuleRef],
});
