import type { Link, PeerId, SessionId } from '@devchitchat/contracts';

/** A peer that leaves this many checks unanswered is silent. Counted in checks, not seconds, because a machine may sleep. */
const maxUnanswered = 3;
/** Additional checks after a start of this service, because clients need up to 24 s to reconnect. */
const graceAfterStart = 12;

interface PeerLiveness {
  readonly sessionId: SessionId;
  /** Negative during the grace period after a start. */
  unanswered: number;
  /** As last reported by its browser. */
  links: readonly Link[];
}

/** The session of each peer, its unanswered liveness checks and its links. Only the sessions are stored across restarts. */
export class Liveness {
  private readonly peers = new Map<PeerId, PeerLiveness>();

  add(peerId: PeerId, sessionId: SessionId): void {
    this.peers.set(peerId, { sessionId, unanswered: 0, links: [] });
  }

  /** Restores the peers that were in calls when the service stopped. */
  restore(sessions: ReadonlyMap<PeerId, SessionId>): void {
    for (const [peerId, sessionId] of sessions)
      this.peers.set(peerId, { sessionId, unanswered: -graceAfterStart, links: [] });
  }

  sessionOf(peerId: PeerId): SessionId | undefined {
    return this.peers.get(peerId)?.sessionId;
  }

  linksOf(peerId: PeerId): readonly Link[] {
    return this.peers.get(peerId)?.links ?? [];
  }

  confirm(peerId: PeerId, links: readonly Link[]): void {
    const peer = this.peers.get(peerId);
    if (peer) Object.assign(peer, { unanswered: 0, links });
  }

  /**
   * Counts one more check of the peers of a call. Returns the silent ones: those that left too many checks unanswered and to
   * which no answering peer reports a connected link. Media continues while a peer cannot reach the server.
   */
  check(peerIds: Iterable<PeerId>): PeerId[] {
    const checked = [...peerIds];
    const linked = this.linkedByOthers(checked);
    return checked.filter((peerId) => {
      const peer = this.peers.get(peerId);
      if (!peer) return true;
      if (peer.unanswered < maxUnanswered) peer.unanswered += 1;
      else return !linked.has(peerId);
      return false;
    });
  }

  /** Removes all other peers. */
  keepOnly(peerIds: ReadonlySet<PeerId>): void {
    for (const peerId of this.peers.keys()) if (!peerIds.has(peerId)) this.peers.delete(peerId);
  }

  private linkedByOthers(checked: readonly PeerId[]): ReadonlySet<PeerId> {
    const links = checked.flatMap((peerId) => {
      const peer = this.peers.get(peerId);
      // It answered the last check, or may still answer it.
      return peer && peer.unanswered >= 0 && peer.unanswered <= 1 ? peer.links : [];
    });
    return new Set(links.filter(({ state }) => state === 'connected').map(({ toPeerId }) => toPeerId));
  }
}
