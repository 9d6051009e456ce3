import { authEvents, isEvent, type AnyEvent, type LeavingReason, type PeerId } from '@devchitchat/contracts';
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
import { Attendance } from '../calls/attendance';
import type { Peer } from '../calls/call';
import { CallsRegistry } from '../calls/calls.registry';
import { dismiss, peersWhere } from '../calls/decide';
import { RoomsRepository } from '../rooms/rooms.repository';
import { RevokedSessions } from '../calls/revoked-sessions';

const { sessionRevoked, userDisabled, userDeleted } = authEvents;

/**
 * Follows whose session or account ends. They are out of their call with the same commit, whatever their browser does: the
 * others hear it and close their links.
 */
@Injectable()
export class SessionsFollower implements FeedFollower, OnApplicationBootstrap {
  readonly types = [sessionRevoked.type, userDisabled.type, userDeleted.type];
  private readonly subscription: FeedSubscription;

  constructor(
    @Inject(NATS) nats: NatsConnection,
    @Inject(LOGGER) logger: Logger,
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly calls: CallsRegistry,
    private readonly attendance: Attendance,
    private readonly revoked: RevokedSessions,
  ) {
    this.subscription = new FeedSubscription('auth', nats, this, logger);
  }

  onApplicationBootstrap(): void {
    this.subscription.start();
  }

  cursor(): number {
    return this.rooms.cursor('auth');
  }

  /** Throws when nothing could be stored; the feed then gives the same events again. */
  async apply(events: readonly AnyEvent[]): Promise<void> {
    await this.groupCommit.store((transaction) => {
      for (const event of events) if (event.eventId > this.cursor()) this.follow(transaction, event);
    });
  }

  private follow(transaction: Transaction, event: AnyEvent): void {
    if (isEvent(sessionRevoked, event)) {
      const { sessionId } = event.body;
      this.revoked.add(sessionId, performance.now());
      this.dismiss(transaction, 'signed_out', (peerId) => this.attendance.sessionOf(peerId) === sessionId);
    } else if (isEvent(userDisabled, event) || isEvent(userDeleted, event)) {
      const { userId } = event.body;
      const reason = isEvent(userDisabled, event) ? 'disabled' : 'deleted';
      this.dismiss(transaction, reason, (_, peer) => peer.userId === userId);
    }
    this.rooms.moveCursor('auth', event.eventId);
  }

  private dismiss(
    transaction: Transaction,
    reason: LeavingReason,
    isMeant: (peerId: PeerId, peer: Peer) => boolean,
  ): void {
    for (const call of this.calls.all()) {
      const drafts = dismiss(call, this.rooms.byId(call.roomId), peersWhere(call, isMeant), reason);
      for (const draft of drafts) this.calls.append(transaction, draft);
    }
  }
}
