import { setTimeout as delay } from 'node:timers/promises';
import { authCommands, type SessionId } from '@devchitchat/contracts';
import { CommandClient, serverContext } from '@devchitchat/service-kit';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { BrowserSockets } from './browser-sockets.gateway';

/** Milliseconds. A session may also end by its age, which nobody says. */
const checkInterval = 60_000;
/** Milliseconds until the question is asked again when auth did not answer. */
const retryAfter = 500;
/** Sessions in one question. */
const atOnce = 10_000;

/** Asks whether the sessions of all sockets still live, and whose are admins', whenever an end of that may have been missed. */
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
    this.timer = setInterval(() => this.check(), checkInterval);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.isDue = false;
  }

  /** A check that is wanted while one runs follows it: what the running one asked may be older than the want. */
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
      await delay(retryAfter, undefined, { ref: false });
    }
    this.isChecking = false;
  }

  /** False when auth did not answer, or when roles changed meanwhile and the answer may be older. */
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
