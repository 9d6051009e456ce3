import { resync, subjects, type PublishedEvent, type PublishedNotice, type scopeHead } from '@devchitchat/contracts';
import { LOGGER, NATS, type Logger } from '@devchitchat/service-kit';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { eventsForBots, noticesForBots } from '../fan-out/audible';
import { BotRoll } from './bot-roll.service';

/** Brings to bots what the services say to them, on subjects of their own. */
@Injectable()
export class BotFanOut implements OnApplicationBootstrap {
  constructor(
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly roll: BotRoll,
  ) {}

  onApplicationBootstrap(): void {
    this.listen(subjects.allEvents, (message) => this.passEvent(message));
    this.listen(subjects.allNotices, (message) => this.passNotice(message));
  }

  /** The gateway may have missed something that bots should have heard. */
  sayResync(): void {
    if (this.nats.isDraining() || this.nats.isClosed()) return;
    for (const bot of this.roll.bots.among('everyone')) this.nats.publish(subjects.botNotice(bot, resync.name), '{}');
  }

  /** In a queue of its own: every gateway hears every event for its sockets, and one of them passes it to the bots. */
  private listen(subject: string, pass: (message: Msg) => void): void {
    this.nats.subscribe(subject, {
      queue: 'bots',
      callback: (error, message) => {
        if (error) this.logger.error('A subscription failed.', { error });
        else if (!this.roll.bots.isEmpty) pass(message);
      },
    });
  }

  private passEvent(message: Msg): void {
    if (!eventsForBots.has(message.subject)) return;
    const { audience, event } = message.json<PublishedEvent>();
    const bots = this.roll.bots.among(audience);
    if (bots.length === 0) return;
    const text = JSON.stringify(event);
    for (const bot of bots) this.nats.publish(subjects.botEvent(bot, event.type), text);
  }

  private passNotice(message: Msg): void {
    if (!noticesForBots.has(message.subject)) return;
    const { audience, name, data } = message.json<PublishedNotice<typeof scopeHead>>();
    const bots = this.roll.bots.among(audience);
    for (const bot of bots) this.nats.publish(subjects.botNotice(bot, name), JSON.stringify(data));
  }
}
