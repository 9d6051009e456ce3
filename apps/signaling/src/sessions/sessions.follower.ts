import { authEvents, isEvent, type AnyEvent, type LeavingReason, type Peer, type PeerId } from '@devchitchat/contracts';
import { Feeds, type FeedSubscription, type Transaction } from '@devchitchat/service-kit';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Liveness } from '../calls/liveness';
import { CallsRegistry } from '../calls/calls.registry';
import { dismiss, peersWhere } from '../calls/decide';
import { RoomsRepository } from '../rooms/rooms.repository';
import { RevokedSessions } from '../calls/revoked-sessions';

const { sessionRevoked, userDisabled, userDeleted } = authEvents;

/**
 * Follows ended sessions and disabled accounts. Their peers are removed from calls in the same commit, whatever their
 * browsers do: the others are told and close their links.
 */
@Injectable()
export class SessionsFollower implements OnApplicationBootstrap {
  private readonly subscription: FeedSubscription;

  constructor(
    feeds: Feeds,
    private readonly rooms: RoomsRepository,
    private readonly calls: CallsRegistry,
    private readonly liveness: Liveness,
    private readonly revoked: RevokedSessions,
  ) {
    this.subscription = feeds.follow('auth', {
      types: [sessionRevoked.type, userDisabled.type, userDeleted.type],
      apply: (transaction, event) => this.apply(transaction, event),
    });
  }

  onApplicationBootstrap(): void {
    this.subscription.start();
  }

  private apply(transaction: Transaction, event: AnyEvent): void {
    if (isEvent(sessionRevoked, event)) {
      const { sessionId } = event.body;
      this.revoked.add(sessionId, performance.now());
      this.dismiss(transaction, 'signed_out', (peerId) => this.liveness.sessionOf(peerId) === sessionId);
    } else if (isEvent(userDisabled, event) || isEvent(userDeleted, event)) {
      const { userId } = event.body;
      const reason = isEvent(userDisabled, event) ? 'disabled' : 'deleted';
      this.dismiss(transaction, reason, (_, peer) => peer.userId === userId);
    }
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
