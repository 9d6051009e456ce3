import { LOGGER, type Logger } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Counters } from '../limits/counters';
import { BrowserSockets } from '../browsers/browser-sockets.gateway';
import { cutConnection, unsentBytes, waitingFrames } from '../sockets/connection.raw';
import { WriteBatch } from '../sockets/write-batch.service';
import { isOverBudget } from './send-budget';

/** Milliseconds between checks without a backlog, for control frames, which cause none. */
const checkIntervalMs = 1_000;

/** Cuts sockets that do not read: socket.io would queue frames for them without limit. */
@Injectable()
export class StalledSockets implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly sockets: BrowserSockets,
    private readonly writes: WriteBatch,
    private readonly counters: Counters,
  ) {}

  onApplicationBootstrap(): void {
    this.writes.onBacklog(() => this.look());
    this.timer = setInterval(() => this.look(), checkIntervalMs);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    for (const { conn, data, id } of this.sockets.io.sockets.sockets.values()) {
      const bytes = unsentBytes(conn);
      if (!isOverBudget(waitingFrames(conn), bytes)) continue;
      if (!cutConnection(conn)) continue;
      this.counters.cuts.count('stalled');
      this.logger.warn('A socket was cut.', { reason: 'stalled', socketId: id, userId: data.actor.userId, bytes });
    }
  }
}
