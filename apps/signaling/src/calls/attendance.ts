import type { Link, PeerId, SessionId } from '@devchitchat/contracts';

/** A peer that has left so many roll calls unanswered is not there any more. Calls, not seconds: a machine may sleep. */
const patience = 3;
/** After a start of this service everybody's way back takes a while: so many more calls, 24 s. */
const patienceAfterStart = 12;

interface Seat {
  readonly sessionId: SessionId;
  /** Below 0: more calls than usual are waited. */
  unanswered: number;
  /** As its browser said last. */
  links: readonly Link[];
}

/** Which device each peer sits at, whether it still answers, and how its links do. Seats outlive the service, the rest does not. */
export class Attendance {
  private readonly seats = new Map<PeerId, Seat>();

  seat(peerId: PeerId, sessionId: SessionId): void {
    this.seats.set(peerId, { sessionId, unanswered: 0, links: [] });
  }

  /** These were seated when the service ended. */
  recall(seats: ReadonlyMap<PeerId, SessionId>): void {
    for (const [peerId, sessionId] of seats)
      this.seats.set(peerId, { sessionId, unanswered: -patienceAfterStart, links: [] });
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

  /**
   * Counts one more call of the roll, to the peers of one call. Returns those who have left too many unanswered, and whom
   * nobody who answers has a link to that stands: a talk goes on while its server cannot be reached.
   */
  callRoll(peerIds: Iterable<PeerId>): PeerId[] {
    const called = [...peerIds];
    const heard = this.heardByOthers(called);
    return called.filter((peerId) => {
      const seat = this.seats.get(peerId);
      if (!seat) return true;
      if (seat.unanswered < patience) seat.unanswered += 1;
      else return !heard.has(peerId);
      return false;
    });
  }

  /** Forgets everybody else. */
  keepOnly(peerIds: ReadonlySet<PeerId>): void {
    for (const peerId of this.seats.keys()) if (!peerIds.has(peerId)) this.seats.delete(peerId);
  }

  private heardByOthers(called: readonly PeerId[]): ReadonlySet<PeerId> {
    const linked = called.flatMap((peerId) => {
      const seat = this.seats.get(peerId);
      // It has answered the last call, or may still be about to.
      return seat && seat.unanswered >= 0 && seat.unanswered <= 1 ? seat.links : [];
    });
    return new Set(linked.filter(({ state }) => state === 'connected').map(({ toPeerId }) => toPeerId));
  }
}
