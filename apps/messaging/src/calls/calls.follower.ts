import {
  isEvent,
  messagingEvents,
  signalingEvents as events,
  type AnyEvent,
  type CallId,
  type RoomId,
} from '@devchitchat/contracts';
import { draft, Feeds, type FeedSubscription, type Transaction } from '@devchitchat/service-kit';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { membersOf } from '../rooms/room';
import { RoomsRepository } from '../rooms/rooms.repository';
import { begun, evolve, toldOf } from './call-told';
import { CallsRepository } from './calls.repository';

const { callStarted, callJoined, callLeft, callEnded } = events;

/**
 * Follows calls in signaling's log, and tells of each in its room when it has ended. Calls that began before this service
 * followed them are not told.
 */
@Injectable()
export class CallsFollower implements OnApplicationBootstrap {
  private readonly subscription: FeedSubscription;

  constructor(
    feeds: Feeds,
    private readonly rooms: RoomsRepository,
    private readonly calls: CallsRepository,
  ) {
    this.subscription = feeds.follow('signaling', {
      types: [callStarted, callJoined, callLeft, callEnded].map(({ type }) => type),
      cursor: calls.cursor,
      fromNow: true,
      apply: (transaction, event) => {
        this.apply(transaction, event);
      },
    });
  }

  onApplicationBootstrap(): void {
    this.subscription.start();
  }

  private apply(transaction: Transaction, event: AnyEvent): void {
    const { callId, roomId } = event.body as { readonly callId: CallId; readonly roomId: RoomId };
    if (isEvent(callStarted, event)) {
      this.calls.put(callId, begun(event.ts));
      return;
    }
    const call = this.calls.of(callId);
    if (!call) return;
    if (!isEvent(callEnded, event)) {
      this.calls.put(callId, evolve(call, event));
      return;
    }
    this.calls.remove(callId);
    const [room, told] = [this.rooms.byId(roomId), toldOf(call, event.ts)];
    if (!room || room.deleted || !told) return;
    const ended = { scopeId: roomId, body: { roomId, callId, ...told }, content: null, audience: membersOf(room) };
    this.rooms.append(transaction, draft(messagingEvents.roomCallEnded, ended));
  }
}
