import type { ServiceName } from '@devchitchat/contracts';
import type { OnApplicationBootstrap } from '@nestjs/common';
import type { NatsConnection } from '@nats-io/transport-node';
import { onReconnect } from '../nats/connection';
import type { Logger } from '../process/logger';
import type { Readiness } from '../process/readiness';
import type { Sqlite } from '../sqlite/sqlite';
import type { EventLog } from './event-log';
import { serveFeed } from './feed';
import { remindOfHeads, type ScopeAudience } from './heads.reminder';
import { serveInspection } from './inspection';
import type { ScopeHeads } from './scope-heads';

export interface LogServerOptions {
  readonly service: ServiceName;
  readonly nats: NatsConnection;
  readonly logger: Logger;
  readonly sqlite: Sqlite;
  readonly log: EventLog;
  readonly heads: ScopeHeads;
  readonly readiness: Readiness;
  /** Called once all providers exist. */
  readonly audience: () => ScopeAudience | undefined;
}

/** Serves a service's log to followers and diagnostics, and publishes its heads. */
export class LogServer implements OnApplicationBootstrap {
  constructor(private readonly options: LogServerOptions) {}

  onApplicationBootstrap(): void {
    this.options.readiness.onReady(() => this.begin());
  }

  private begin(): void {
    const { service, nats, logger, sqlite, log, heads, audience } = this.options;
    remindOfHeads(log, heads, audience());
    serveFeed(service, nats, logger, log);
    serveInspection(service, nats, logger, sqlite);
    void onReconnect(nats, () => heads.publishAll());
  }
}
