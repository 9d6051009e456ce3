import { isEvent, messagingEvents, type RoomId, type RoomKind } from '@devchitchat/contracts';
import { Feeds, type FeedSubscription } from '@devchitchat/service-kit';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { RoomKinds } from './room-kinds.repository';

const { roomCreated } = messagingEvents;

/**
 * Follows the kind of each room, separately from its members, so that an upgraded server learns the kinds of existing
 * rooms. It reads messaging's feed when a kind is needed and does not receive the event of a new room, which would contain
 * its name.
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

  /** `undefined` for a room that does not exist. A room not known yet causes one more request. */
  async kindOf(roomId: RoomId): Promise<RoomKind | undefined> {
    if (this.kinds.of(roomId) === undefined) await this.subscription.catchUp();
    return this.kinds.of(roomId);
  }
}
