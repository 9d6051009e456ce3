import 'reflect-metadata';
import { join } from 'node:path';
import type { ServiceName } from '@devchitchat/contracts';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { commonEnvironment, credentialsFile, readEnvironment, type CommonEnvironment } from './process/environment';
import { EventLog } from './event-log/event-log';
import { logMigrations } from './event-log/log-migrations';
import { serveFeed } from './event-log/feed';
import { serveInspection } from './event-log/inspection';
import { GroupCommit } from './event-log/group-commit';
import { remindOfHeads, type ScopeAudience } from './event-log/heads.reminder';
import type { Projection } from './event-log/projection';
import { ScopeHeads } from './event-log/scope-heads';
import { serveHealth } from './health/health';
import { startHeartbeat } from './health/heartbeat';
import { keepHeartbeatFile } from './health/heartbeat-file';
import { createLogger, type Logger } from './process/logger';
import { connectNats, onReconnect } from './nats/connection';
import type { CurrentActors } from './nats/envelope';
import { NatsTransport } from './nats/nats-transport';
import { Publisher } from './nats/publisher';
import { NestLog } from './process/nest-log';
import { Problems } from './process/problems';
import type { RunningService, Service } from './process/service';
import { openDatabase, type Database, type DatabaseOptions, type Sqlite } from './sqlite/sqlite';
import { StorageWatch } from './sqlite/storage-watch';
import { ENVIRONMENT, LOGGER, NATS, SQLITE } from './process/tokens';

export interface ServiceDefinition extends Pick<DatabaseOptions, 'entities' | 'migrations'> {
  readonly name: ServiceName;
  /** The service's own Nest module. Its providers may inject what `kitModule` below provides. */
  readonly module: Type;
  /** What it reads beyond what every process reads; injected as `ENVIRONMENT`. */
  readonly environment?: z.ZodType<CommonEnvironment>;
  /** In the order in which they apply: a later one may read an earlier one's tables. */
  readonly projections: (sqlite: Sqlite) => readonly Projection[];
  /** The provider that knows whom a scope concerns; needed where scopes are rooms or calls. */
  readonly audience?: Type<ScopeAudience>;
  /** The provider that knows the role somebody has now, in the service that gives roles. */
  readonly actors?: Type<CurrentActors>;
}

/** A service with a file, an event log and commands. The order of standing up: environment, file, NATS, commands. */
export const defineService = (definition: ServiceDefinition): Service => ({
  name: definition.name,
  start: (variables) => standUp(definition, readEnvironment(definition.environment ?? commonEnvironment, variables)),
});

async function standUp(definition: ServiceDefinition, environment: CommonEnvironment): Promise<RunningService> {
  const { name } = definition;
  const problems = new Problems();
  const logger = createLogger(name, environment.LOG_LEVEL, problems);
  const database = await openDatabase({
    file: join(environment.DATA_DIR, `${name}.sqlite`),
    entities: definition.entities,
    migrations: [...logMigrations, ...definition.migrations],
  });
  const nats = await connectNats({
    process: name,
    url: environment.NATS_URL,
    credentials: credentialsFile(environment, name),
    logger,
  });
  const publisher = new Publisher(name, nats, logger);
  const heads = new ScopeHeads(name, publisher);
  const log = new EventLog(database.sqlite, definition.projections(database.sqlite));
  const storage = new StorageWatch({ database, folder: environment.DATA_DIR });
  if (storage.health().state !== 'ok') logger.warn('The disk is full, nearly full or failing.');
  const groupCommit = new GroupCommit({
    sqlite: database.sqlite,
    log,
    logger,
    onWriteTrouble: storage.failed,
    publish: (committed) => {
      heads.note(committed);
      publisher.event(name, committed.event, committed.audience);
    },
  });

  const kit = kitModule(definition.module, { environment, logger, nats, publisher, heads, log, groupCommit, database });
  const transport = new NatsTransport(name, nats, logger);
  const app = await NestFactory.createMicroservice(kit, {
    strategy: transport,
    logger: new NestLog(logger),
  });
  if (definition.actors) transport.decideBy(app.get(definition.actors, { strict: false }));
  await app.listen();
  remindOfHeads(log, heads, definition.audience && app.get(definition.audience, { strict: false }));
  serveFeed(name, nats, logger, log);
  serveInspection(name, nats, logger, database.sqlite);
  const probe = () => {
    database.sqlite.prepare('SELECT 1').get();
    return storage.health();
  };
  serveHealth(name, nats, logger, probe);
  void onReconnect(nats, () => heads.sayAll());
  const stopHeartbeat = startHeartbeat({
    process: name,
    publisher,
    problems,
    storage: () => ({ databaseBytes: database.bytes(), writer: groupCommit.takeReport(), disk: storage.look() }),
  });
  const stopHeartbeatFile = keepHeartbeatFile({ file: environment.HEARTBEAT_FILE, nats, probe });
  logger.info('The service stands.');

  return {
    async stop() {
      heads.stop();
      stopHeartbeat();
      stopHeartbeatFile();
      await app.close();
      await nats.drain();
      await database.close();
    },
  };
}

interface Kit {
  readonly environment: CommonEnvironment;
  readonly logger: Logger;
  readonly nats: unknown;
  readonly publisher: Publisher;
  readonly heads: ScopeHeads;
  readonly log: EventLog;
  readonly groupCommit: GroupCommit;
  readonly database: Database;
}

@Module({})
class KitModule {}

/** What a service's providers may inject: by class, or by token where there is only an interface. */
function kitModule(service: Type, kit: Kit): DynamicModule {
  const providers = [
    { provide: ENVIRONMENT, useValue: kit.environment },
    { provide: LOGGER, useValue: kit.logger },
    { provide: NATS, useValue: kit.nats },
    { provide: SQLITE, useValue: kit.database.sqlite },
    { provide: DataSource, useValue: kit.database.dataSource },
    { provide: Publisher, useValue: kit.publisher },
    { provide: ScopeHeads, useValue: kit.heads },
    { provide: EventLog, useValue: kit.log },
    { provide: GroupCommit, useValue: kit.groupCommit },
  ];
  return {
    module: KitModule,
    global: true,
    imports: [service],
    providers,
    exports: providers.map(({ provide }) => provide),
  };
}
