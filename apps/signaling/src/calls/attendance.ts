import type { Link, PeerId, SessionId } from '@devchitchat/contracts';

/** A peer that has left so many roll calls unanswered is not there any more. Calls, not seconds: a machine may sleep. */
const patience = 3;

interface Seat {
  readonly sessionId: SessionId;
  unanswered: number;
  /** As its browser said last. */
  links: readonly Link[];
}

/** Which device each peer sits at, whether it still answers, and how its links do. Known while the service runs, and nowhere stored. */
export class Attendance {
  private readonly seats = new Map<PeerId, Seat>();

  seat(peerId: PeerId, sessionId: SessionId): void {
    this.seats.set(peerId, { sessionId, unanswered: 0, links: [] });
  }

  sessionOf(peerId: PeerId): SessionId | undefined {
    return this.seats.get(peerId)?.sessionId;
  }

  linksOf(peerId: PeerId): readonly Link[] {
    return this.seats.get(peerId)?.links ?? [];
  }

  answered(peerId: PeerId, links: readonly Link[]): void {
    const seat = this.seats.get(peerId);
    if (seat) Object.assign(seat, { unanswered: 0, links });
  }

  /** Counts one more call of the roll, to these peers. Returns those who have left too many unanswered. */
  callRoll(peerIds: Iterable<PeerId>): PeerId[] {
    return [...peerIds].filter((peerId) => {
      const seat = this.seats.get(peerId);
      if (!seat || seat.unanswered >= patience) return true;
      seat.unanswered += 1;
      return false;
    });
  }

  /** Forgets everybody else. */
  keepOnly(peerIds: ReadonlySet<PeerId>): void {
    for (const peerId of this.seats.keys()) if (!peerIds.has(peerId)) this.seats.delete(peerId);
  }
}
