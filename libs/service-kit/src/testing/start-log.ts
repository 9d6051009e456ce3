import { accepted, type Reply, type ServiceName } from '@devchitchat/contracts';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Draft } from '../event-log/draft';
import { EventLog } from '../event-log/event-log';
import { serveFeed } from '../event-log/feed';
import { GroupCommit } from '../event-log/group-commit';
import { logMigrations } from '../event-log/log-migrations';
import { serverContext } from '../nats/server-context';
import { silentLogger } from '../process/logger';
import { Publisher } from '../nats/publisher';
import { openDatabase } from '../sqlite/sqlite';

/** The part of a service that others follow: a log in its own file, its feed, and its events as they are appended. */
export async function startLog(service: ServiceName, file: string, nats: NatsConnection) {
  const database = await openDatabase({ file, entities: [], migrations: logMigrations });
  const log = new EventLog(database.sqlite, []);
  const publisher = new Publisher(service, nats, silentLogger);
  const groupCommit = new GroupCommit({
    sqlite: database.sqlite,
    log,
    logger: silentLogger,
    publish: ({ event, audience }) => publisher.event(service, event, audience),
  });
  serveFeed(service, nats, silentLogger, log);
  await nats.flush();
  return {
    /** Resolves with the event's id once it is on disk and published. */
    append: (event: Draft): Promise<Reply<number>> =>
      groupCommit.run(serverContext(), (transaction) => accepted(transaction.append(event).eventId)),
    stop: () => database.close(),
  };
}
