import { setTimeout as delay } from 'node:timers/promises';
import { authCommands, type SessionId } from '@devchitchat/contracts';
import { CommandClient, serverContext } from '@devchitchat/service-kit';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { BrowserSockets } from './browser-sockets.gateway';

/** Milliseconds between checks. A session may also expire, which is not announced. */
const checkIntervalMs = 60_000;
/** Milliseconds before a retry when auth did not answer. */
const retryAfterMs = 500;
/** Maximum sessions per request. */
const atOnce = 10_000;

/**
 * Checks with auth which sessions with sockets are still live and which belong to admins, whenever a change may have been
 * missed.
 */
@Injectable()
export class SessionCheck implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private isDue = false;
  private isChecking = false;

  constructor(
    private readonly commands: CommandClient,
    private readonly sockets: BrowserSockets,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.check(), checkIntervalMs);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.isDue = false;
  }

  /** A check requested while one runs is run afterwards, because the running one may return older data. */
  check(): void {
    this.isDue = true;
    if (!this.isChecking) void this.checkWhileDue();
  }

  private async checkWhileDue(): Promise<void> {
    this.isChecking = true;
    while (this.isDue) {
      this.isDue = false;
      if (await this.askAll(this.sockets.sessions())) continue;
      this.isDue = true;
      await delay(retryAfterMs, undefined, { ref: false });
    }
    this.isChecking = false;
  }

  /** Returns false if auth did not answer, or if roles changed meanwhile and the answer may be outdated. */
  private async askAll(sessions: readonly SessionId[]): Promise<boolean> {
    const { roleChanges } = this.sockets;
    for (let from = 0; from < sessions.length; from += atOnce) {
      const sessionIds = sessions.slice(from, from + atOnce);
      const reply = await this.commands.ask(authCommands.sessionCheck, { sessionIds }, serverContext());
      if (!reply.ok) return false;
      for (const session of reply.value.over) this.sockets.endSession(session);
      if (this.sockets.roleChanges !== roleChanges) return false;
      this.sockets.setRoles(sessionIds, reply.value.admins);
    }
    return true;
  }
}
