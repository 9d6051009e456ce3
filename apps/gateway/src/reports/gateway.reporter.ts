import { gatewayReport, type GatewayReport } from '@devchitchat/contracts';
import { heartbeatIntervalMs, Publisher } from '@devchitchat/service-kit';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Counters } from '../limits/counters';
import { Presence } from '../presence/presence.service';
import { BrowserSockets } from '../browsers/browser-sockets.gateway';
import { unsentBytes, waitingFrames } from '../sockets/connection.raw';

/** Maximum sockets listed individually; more are only counted, so that the report stays a small message. */
const maxSockets = 200;

/** Reports connections and refusals to diagnostics. */
@Injectable()
export class GatewayReporter implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sockets: BrowserSockets,
    private readonly presence: Presence,
    private readonly counters: Counters,
    private readonly publisher: Publisher,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.publisher.notice(gatewayReport, this.report(), []), heartbeatIntervalMs);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private report(): GatewayReport {
    const sockets = Array.from(this.sockets.io.sockets.sockets.values(), ({ conn, data, handshake }) => ({
      userId: data.actor.userId,
      since: handshake.issued,
      queuedFrames: waitingFrames(conn).length,
      queuedBytes: unsentBytes(conn),
    }));
    return {
      socketCount: sockets.length,
      sockets: sockets.sort((a, b) => b.queuedBytes - a.queuedBytes || a.since - b.since).slice(0, maxSockets),
      people: this.people(),
      turnedAway: {
        refusals: this.counters.refusals.totals(),
        refusedCommands: this.counters.refusedCommands.totals(),
        cuts: this.counters.cuts.totals(),
      },
    };
  }

  private people(): GatewayReport['people'] {
    const people = { active: 0, idle: 0, hidden: 0 };
    for (const state of this.presence.shown.values()) people[state] += 1;
    return people;
  }
}
