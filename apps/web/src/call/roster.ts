import type { Peer, PeerId, Stream, UserId } from '@devchitchat/contracts';

/** Milliseconds a peer may be missing from the call before it is let go of. Servers come back sooner than that. */
const graceMs = 15_000;

export interface Present {
  readonly userId: UserId;
  readonly streams: readonly Stream[];
  /** Since when the server does not name it any more; it may only not have come back yet. */
  readonly missingSince: number | null;
}

/**
 * Whom one talks to. What the server knows of a call is lost when it is started anew, and comes back within seconds, while
 * the talk itself goes on from browser to browser: so whoever is not named for a while is not let go of yet.
 */
export type Roster = ReadonlyMap<PeerId, Present>;

/** The roster once the server names these peers. */
export function naming(roster: Roster, peers: readonly Peer[], now: number): Roster {
  const named = new Map<PeerId, Present>();
  for (const { peerId, userId, streams } of peers) named.set(peerId, { userId, streams, missingSince: null });
  for (const [peerId, present] of roster) {
    if (!named.has(peerId)) named.set(peerId, { ...present, missingSince: present.missingSince ?? now });
  }
  return named;
}

/** The roster without somebody who is gone for certain. */
export function without(roster: Roster, peerId: PeerId): Roster {
  const rest = new Map(roster);
  rest.delete(peerId);
  return rest;
}

/** Those who have been missing for too long. */
export const overdue = (roster: Roster, now: number): readonly PeerId[] =>
  [...roster].flatMap(([peerId, { missingSince }]) =>
    missingSince !== null && now - missingSince > graceMs ? [peerId] : [],
  );
