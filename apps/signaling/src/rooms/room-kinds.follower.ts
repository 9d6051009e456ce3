import { isEvent, messagingEvents, type AnyEvent, type RoomId, type RoomKind } from '@devchitchat/contracts';
import { FeedSubscription, GroupCommit, LOGGER, NATS, type FeedFollower, type Logger } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { NatsConnection } from '@nats-io/transport-node';
import { RoomKinds } from './room-kinds.repository';

const { roomCreated } = messagingEvents;

/**
 * Knows of which kind each room is, apart from who is in it: a server that was upgraded learns of all that it has. It asks
 * messaging's feed when a kind is wanted, and hears no event of a new room, which would carry its name.
 */
@Injectable()
export class RoomKindsFollower implements FeedFollower, OnApplicationBootstrap {
  readonly types = [roomCreated.type];
  private readonly subscription: FeedSubscription;

  constructor(
    @Inject(NATS) nats: NatsConnection,
    @Inject(LOGGER) logger: Logger,
    private readonly groupCommit: GroupCommit,
    private readonly kinds: RoomKinds,
  ) {
    this.subscription = new FeedSubscription('messaging', nats, this, logger);
  }

  onApplicationBootstrap(): void {
    void this.subscription.catchUp();
  }

  /** `undefined` of a room that was never made. One that was made a moment ago is asked for once more. */
  async kindOf(roomId: RoomId): Promise<RoomKind | undefined> {
    if (this.kinds.of(roomId) === undefined) await this.subscription.catchUp();
    return this.kinds.of(roomId);
  }

  cursor(): number {
    return this.kinds.cursor();
  }

  /** Throws when nothing could be stored; the feed then gives the same events again. */
  async apply(events: readonly AnyEvent[]): Promise<void> {
    await this.groupCommit.store(() => {
      for (const event of events) {
        if (isEvent(roomCreated, event)) this.kinds.keep(event.body.roomId, event.body.kind);
        this.kinds.moveCursor(event.eventId);
      }
    });
  }
}
