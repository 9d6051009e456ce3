import { LOGGER, type Logger } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Counters } from '../limits/counters';
import { BrowserSockets } from '../sockets/browser-sockets.gateway';
import { cutConnection, unsentBytes, waitingFrames } from '../sockets/connection.raw';
import { isOverBudget } from './send-budget';

/** Milliseconds between two looks when nothing is said. */
const every = 1_000;

/** Cuts sockets that do not read: socket.io would keep everything for them, without end. */
@Injectable()
export class StalledSockets implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private lookIsDue = false;

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly sockets: BrowserSockets,
    private readonly counters: Counters,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), every);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /**
   * Looks once what was said in this turn of the event loop is written. Not earlier: a burst waits for its own first
   * frame until then, with every socket.
   */
  lookSoon(): void {
    if (this.lookIsDue) return;
    this.lookIsDue = true;
    setImmediate(() => this.look());
  }

  private look(): void {
    this.lookIsDue = false;
    for (const { conn, data, id } of this.sockets.io.sockets.sockets.values()) {
      const bytes = unsentBytes(conn);
      if (!isOverBudget(waitingFrames(conn), bytes)) continue;
      this.counters.cuts.count('stalled');
      this.logger.warn('A socket was cut.', { reason: 'stalled', socketId: id, userId: data.actor.userId, bytes });
      cutConnection(conn);
    }
  }
}
