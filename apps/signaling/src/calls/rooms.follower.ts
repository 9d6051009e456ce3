import {
  departureOf,
  departures,
  isEvent,
  messagingEvents,
  type AnyEvent,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
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
import { CallsRegistry } from './calls.registry';
import { dismiss, peersWhere } from './decide';
import { RoomsRepository } from '../rooms/rooms.repository';

const { memberJoined, memberRoleChanged } = messagingEvents;

/** Follows who is in which room. Whoever is not in it any more is out of its call with the same commit. */
@Injectable()
export class RoomsFollower implements FeedFollower, OnApplicationBootstrap {
  readonly types = [memberJoined.type, memberRoleChanged.type, ...departures];
  private readonly subscription: FeedSubscription;

  constructor(
    @Inject(NATS) nats: NatsConnection,
    @Inject(LOGGER) logger: Logger,
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly calls: CallsRegistry,
  ) {
    this.subscription = new FeedSubscription('messaging', nats, this, logger);
  }

  onApplicationBootstrap(): void {
    this.subscription.start();
  }

  /** Resolves once everybody is known here who was in a room at the call. */
  catchUp(): Promise<void> {
    return this.subscription.catchUp();
  }

  /** Somebody is not in a room as far as is known here. They may have come in a moment ago: asks once more. */
  catchUpUnlessMember(roomId: RoomId, userId: UserId): Promise<void> | undefined {
    return this.rooms.isMember(roomId, userId) ? undefined : this.catchUp();
  }

  cursor(): number {
    return this.rooms.cursor('messaging');
  }

  /** Throws when nothing could be stored; the feed then gives the same events again. */
  async apply(events: readonly AnyEvent[]): Promise<void> {
    await this.groupCommit.store((transaction) => {
      for (const event of events) if (event.eventId > this.cursor()) this.follow(transaction, event);
    });
  }

  private follow(transaction: Transaction, event: AnyEvent): void {
    if (isEvent(memberJoined, event) || isEvent(memberRoleChanged, event)) {
      const { roomId, userId, role } = event.body;
      this.rooms.keep(roomId, userId, role);
    }
    const gone = departureOf(event);
    if (gone) {
      this.rooms.remove(gone.roomId, gone.userId);
      this.dismiss(transaction, gone.roomId, gone.userId);
    }
    this.rooms.moveCursor('messaging', event.eventId);
  }

  private dismiss(transaction: Transaction, roomId: RoomId, userId: UserId): void {
    const call = this.calls.inRoom(roomId);
    if (!call) return;
    const gone = peersWhere(call, (_, peer) => peer.userId === userId);
    for (const draft of dismiss(call, this.rooms.byId(roomId), gone, 'room_left'))
      this.calls.append(transaction, draft);
  }
}
