import { setTimeout as delay } from 'node:timers/promises';
import { authCommands, authEvents, isEvent, type AnyEvent, type UserId } from '@devchitchat/contracts';
import { CommandClient, serverContext } from '@devchitchat/service-kit';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LiveBots } from './live-bots';

/** Milliseconds before a retry when auth did not answer. */
const retryAfterMs = 500;
const botsAtOnce = 5_000;

/**
 * The live bots: asked from auth at the start and whenever events may have been missed, and updated by events in between.
 */
@Injectable()
export class BotRegistry implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly bots = new LiveBots();
  private isAnswered = false;
  private isDue = false;
  private isAsking = false;

  constructor(private readonly commands: CommandClient) {}

  onApplicationBootstrap(): void {
    this.check();
  }

  onApplicationShutdown(): void {
    this.isDue = false;
  }

  /** False until auth has answered once; until then an unknown bot may exist. */
  get isKnown(): boolean {
    return this.isAnswered;
  }

  hear(event: AnyEvent): void {
    if (isEvent(authEvents.botCreated, event)) this.bots.add(event.body.userId);
    else if (isEvent(authEvents.botRevoked, event)) this.bots.revoke(event.body.userId);
  }

  /** A check requested while one runs is run afterwards, because the running one may return older data. */
  check(): void {
    this.isDue = true;
    if (!this.isAsking) void this.askWhileDue();
  }

  private async askWhileDue(): Promise<void> {
    this.isAsking = true;
    while (this.isDue) {
      this.isDue = false;
      if (await this.ask()) continue;
      this.isDue = true;
      await delay(retryAfterMs, undefined, { ref: false });
    }
    this.isAsking = false;
  }

  /** Returns false if auth did not answer. */
  private async ask(): Promise<boolean> {
    const limit = botsAtOnce;
    let after: UserId | null | undefined;
    do {
      const input = { limit, ...(after && { after }) };
      const asking = serverContext();
      const reply = await this.commands.ask(authCommands.botCheck, input, asking);
      if (!reply.ok) return false;
      for (const bot of reply.value.revoked) this.bots.revoke(bot);
      for (const bot of reply.value.live) this.bots.add(bot);
      after = reply.value.next;
    } while (after);
    this.isAnswered = true;
    return true;
  }
}
