import type { Health, ProcessName } from '@devchitchat/contracts';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { NatsConnection } from '@nats-io/transport-node';
import { Publisher } from '../nats/publisher';
import type { Logger } from '../process/logger';
import type { Problems } from '../process/problems';
import { Readiness } from '../process/readiness';
import { LIVENESS, LOGGER, NATS } from '../process/tokens';
import { serveHealth } from './health';
import { startHeartbeat, type HeartbeatOptions } from './heartbeat';
import { keepHeartbeatFile } from './heartbeat-file';

export interface LivenessOptions {
  readonly process: ProcessName;
  readonly problems: Problems;
  /** The file for a container's health check. */
  readonly heartbeatFile: string | undefined;
  /** The state of the process; throws if it is not healthy. If left out, a process that answers is healthy. */
  readonly probe?: () => Pick<Health, 'state' | 'reason'> | undefined;
  readonly storage?: HeartbeatOptions['storage'];
}

/** Answers health requests and publishes a heartbeat every 2 s. */
@Injectable()
export class Liveness implements OnApplicationBootstrap, OnModuleDestroy {
  private ends: readonly (() => void)[] = [];

  constructor(
    @Inject(LIVENESS) private readonly options: LivenessOptions,
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly publisher: Publisher,
    private readonly readiness: Readiness,
  ) {}

  onApplicationBootstrap(): void {
    this.readiness.onReady(() => this.begin());
  }

  onModuleDestroy(): void {
    for (const end of this.ends) end();
  }

  private begin(): void {
    const { nats, publisher } = this;
    const { process, problems, heartbeatFile: file, storage, probe = () => undefined } = this.options;
    serveHealth(process, nats, this.logger, probe);
    this.ends = [
      startHeartbeat({ process, publisher, problems, ...(storage && { storage }) }),
      keepHeartbeatFile({ file, nats, probe }),
    ];
  }
}
