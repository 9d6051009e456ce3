import { resync, subjects, type PublishedEvent, type PublishedNotice, type scopeHead } from '@devchitchat/contracts';
import { listen, LOGGER, NATS, send, type Logger } from '@devchitchat/service-kit';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { eventsForBots, noticesForBots } from '../surface/audible';
import { BotRegistry } from './bot-registry.service';

/** Delivers events and notices to bots, on subjects of their own. */
@Injectable()
export class BotFanOut implements OnApplicationBootstrap {
  constructor(
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly registry: BotRegistry,
  ) {}

  onApplicationBootstrap(): void {
    // A separate queue group: every gateway receives every event for its sockets, and one of them passes it to the bots.
    const options = { queue: 'bots', logger: this.logger };
    listen(this.nats, subjects.allEvents, options, (message) => this.passEvent(message));
    listen(this.nats, subjects.allNotices, options, (message) => this.passNotice(message));
  }

  /** Tells bots to resync, because the gateway may have missed events. */
  sendResync(): void {
    for (const bot of this.registry.bots.among('everyone')) send(this.nats, subjects.botNotice(bot, resync.name), '{}');
  }

  /** It arrived in one message together with its audience, so on its own it is never too large. */
  private passEvent(message: Msg): void {
    if (this.registry.bots.isEmpty || !eventsForBots.has(message.subject)) return;
    const { audience, event } = message.json<PublishedEvent>();
    const bots = this.registry.bots.among(audience);
    if (bots.length === 0) return;
    const text = JSON.stringify(event);
    for (const bot of bots) send(this.nats, subjects.botEvent(bot, event.type), text);
  }

  private passNotice(message: Msg): void {
    if (this.registry.bots.isEmpty || !noticesForBots.has(message.subject)) return;
    const { audience, name, data } = message.json<PublishedNotice<typeof scopeHead>>();
    const bots = this.registry.bots.among(audience);
    for (const bot of bots) send(this.nats, subjects.botNotice(bot, name), JSON.stringify(data));
  }
}
