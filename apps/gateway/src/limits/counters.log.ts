import { LOGGER, type Logger } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Counters } from './counters';

/** Milliseconds between two log reports. */
const reportIntervalMs = 60_000;

/** Logs the counters of refusals and cuts that changed, once a minute. */
@Injectable()
export class CountersLog implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly counters: Counters,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.report(), reportIntervalMs);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private report(): void {
    const { refusals, refusedCommands, cuts } = this.counters;
    for (const [code, count] of refusals.takeChanged()) this.logger.info('Refusals since the start.', { code, count });
    for (const [command, count] of refusedCommands.takeChanged())
      this.logger.info('Refusals since the start.', { command, count });
    for (const [reason, count] of cuts.takeChanged())
      this.logger.info('Cut connections since the start.', { reason, count });
  }
}
