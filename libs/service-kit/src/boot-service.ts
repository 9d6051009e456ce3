import 'reflect-metadata';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { logMigrations } from './event-log/log-migrations';
import { connectNats } from './nats/connection';
import { NatsTransport } from './nats/nats-transport';
import { commonEnvironment, credentialsFile, readEnvironment, type CommonEnvironment } from './process/environment';
import { createLogger } from './process/logger';
import { NestLog } from './process/nest-log';
import { Problems } from './process/problems';
import type { RunningService, Service } from './process/service';
import { Readiness } from './process/readiness';
import type { ServiceDefinition } from './service-definition';
import { ServiceModule } from './service.module';
import { openDatabase } from './sqlite/sqlite';

/**
 * Defines a service with a database, an event log and commands. It starts in this order: environment, database, NATS,
 * commands.
 */
export const defineService = (definition: ServiceDefinition): Service => ({
  name: definition.name,
  start: (variables) =>
    startService(definition, readEnvironment(definition.environment ?? commonEnvironment, variables)),
});

/**
 * Opens the resources that can fail; Nest manages all other lifecycles. Nothing is announced before commands are handled.
 */
async function startService(definition: ServiceDefinition, environment: CommonEnvironment): Promise<RunningService> {
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
  const transport = new NatsTransport(name, nats, logger);
  const app = await NestFactory.createMicroservice(
    ServiceModule.of(definition, { environment, logger, problems, nats, database }),
    { strategy: transport, logger: new NestLog(logger) },
  );
  if (definition.actors) transport.decideBy(app.get(definition.actors, { strict: false }));
  try {
    await app.listen();
  } catch (error) {
    await nats.close();
    await database.close();
    throw error;
  }
  app.get(Readiness).markReady();
  logger.info('Service ready.');
  return {
    async stop() {
      await app.close();
      await nats.drain();
      await database.close();
    },
  };
}
