import { isEvent, messagingEvents, type RoomId, type RoomKind } from '@devchitchat/contracts';
import { Feeds, type FeedSubscription } from '@devchitchat/service-kit';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { RoomKinds } from './room-kinds.repository';

const { roomCreated } = messagingEvents;

/**
 * Knows of which kind each room is, apart from who is in it: a server that was upgraded learns of all that it has. It asks
 * messaging's feed when a kind is wanted, and hears no event of a new room, which would carry its name.
 */
@Injectable()
export class RoomKindsFollower implements OnApplicationBootstrap {
  private readonly subscription: FeedSubscription;

  constructor(
    feeds: Feeds,
    private readonly kinds: RoomKinds,
  ) {
    this.subscription = feeds.follow('messaging', {
      types: [roomCreated.type],
      cursor: kinds.cursor,
      apply: (_transaction, event) => {
        if (isEvent(roomCreated, event)) kinds.keep(event.body.roomId, event.body.kind);
      },
    });
  }

  onApplicationBootstrap(): void {
    void this.subscription.catchUp();
  }

  /** `undefined` of a room that was never made. One that was made a moment ago is asked for once more. */
  async kindOf(roomId: RoomId): Promise<RoomKind | undefined> {
    if (this.kinds.of(roomId) === undefined) await this.subscription.catchUp();
    return this.kinds.of(roomId);
  }
}
