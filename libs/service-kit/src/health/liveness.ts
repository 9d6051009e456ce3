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
  /** The file that a container's health check looks at. */
  readonly heartbeatFile: string | undefined;
  /** How the process does; throws where it is not well. Left out, it is well as long as it answers. */
  readonly probe?: () => Pick<Health, 'state' | 'reason'> | undefined;
  readonly storage?: HeartbeatOptions['storage'];
}

/** Tells everybody who asks, and every 2 s those who do not, that a process is there and how it does. */
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
