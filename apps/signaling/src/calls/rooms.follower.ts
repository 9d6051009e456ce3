import {
  departureOf,
  departures,
  isEvent,
  messagingEvents,
  type AnyEvent,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import { Feeds, type FeedSubscription, type Transaction } from '@devchitchat/service-kit';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CallsRegistry } from './calls.registry';
import { dismiss, peersWhere } from './decide';
import { RoomsRepository } from '../rooms/rooms.repository';

const { memberJoined, memberRoleChanged } = messagingEvents;

/** Follows room members. People who leave a room are removed from its call in the same commit. */
@Injectable()
export class RoomsFollower implements OnApplicationBootstrap {
  private readonly subscription: FeedSubscription;

  constructor(
    feeds: Feeds,
    private readonly rooms: RoomsRepository,
    private readonly calls: CallsRegistry,
  ) {
    this.subscription = feeds.follow('messaging', {
      types: [memberJoined.type, memberRoleChanged.type, ...departures],
      apply: (transaction, event) => this.apply(transaction, event),
    });
  }

  onApplicationBootstrap(): void {
    this.subscription.start();
  }

  /** Resolves once all members as of this moment are known here. */
  catchUp(): Promise<void> {
    return this.subscription.catchUp();
  }

  /** Catches up once more if the user is not known as a member, because they may have just joined. */
  catchUpUnlessMember(roomId: RoomId, userId: UserId): Promise<void> | undefined {
    return this.rooms.isMember(roomId, userId) ? undefined : this.catchUp();
  }

  private apply(transaction: Transaction, event: AnyEvent): void {
    if (isEvent(memberJoined, event) || isEvent(memberRoleChanged, event)) {
      const { roomId, userId, role } = event.body;
      this.rooms.keep(roomId, userId, role);
    }
    const gone = departureOf(event);
    if (gone) {
      this.rooms.remove(gone.roomId, gone.userId);
      this.dismiss(transaction, gone.roomId, gone.userId);
    }
  }

  private dismiss(transaction: Transaction, roomId: RoomId, userId: UserId): void {
    const call = this.calls.inRoom(roomId);
    if (!call) return;
    const gone = peersWhere(call, (_, peer) => peer.userId === userId);
    for (const draft of dismiss(call, this.rooms.byId(roomId), gone, 'room_left'))
      this.calls.append(transaction, draft);
  }
}
