import { accepted, authEvents, isEvent, type AnyEvent } from '@devchitchat/contracts';
import {
  FeedSubscription,
  GroupCommit,
  LOGGER,
  NATS,
  type FeedFollower,
  type Logger,
  type Transaction,
} from '@devchitchat/service-kit';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { NatsConnection } from '@nats-io/transport-node';
import { enter } from '../rooms/decide';
import { RoomsRepository } from '../rooms/rooms.repository';
import { serverContext } from '../server-context';
import { PeopleRepository } from './people.repository';

/** Follows who registers with auth: they are known here from then on, and in the lobby. */
@Injectable()
export class PeopleFollower implements FeedFollower, OnApplicationBootstrap {
  constructor(
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly people: PeopleRepository,
  ) {}

  onApplicationBootstrap(): void {
    new FeedSubscription('auth', this.nats, this, this.logger).start();
  }

  cursor(): number {
    return this.people.cursor();
  }

  /** Throws when nothing could be stored; the feed then gives the same events again. */
  async apply(events: readonly AnyEvent[]): Promise<void> {
    const stored = await this.groupCommit.run(serverContext(), (transaction) => {
      for (const event of events) if (event.eventId > this.cursor()) this.follow(transaction, event);
      return accepted({});
    });
    if (!stored.ok) throw new Error(stored.error.message);
  }

  private follow(transaction: Transaction, event: AnyEvent): void {
    if (isEvent(authEvents.userRegistered, event)) {
      const { userId, role } = event.body;
      const { handle, displayName } = event.content ?? { handle: null, displayName: null };
      this.people.register({ userId, handle, displayName, role });
      const lobby = this.rooms.lobby();
      if (lobby) for (const draft of enter(lobby, userId, 'server')) this.rooms.append(transaction, draft);
    } else if (isEvent(authEvents.userProfileChanged, event)) {
      this.people.rename(event.body.userId, event.content?.displayName ?? null);
    }
    this.people.moveCursor(event.eventId);
  }
}
