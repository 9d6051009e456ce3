import type { Call, Peer, PeerId } from '@devchitchat/contracts';

export interface RosterView {
  readonly me: PeerId;
  /** Said goodbye over their link; the server may not know it yet. */
  readonly departed: { has(peerId: PeerId): boolean };
  /** Whether the link to somebody stands, or stood a moment ago. */
  readonly isLinked: (peerId: PeerId) => boolean;
}

/**
 * Who is in the call, as this browser sees it: whom the server names, and of those it does not hear any more the ones that
 * are heard here, because a talk goes on while the server cannot be reached.
 */
export function visiblePeers(
  { peers, away }: Call,
  { me, departed: gone, isLinked: stands }: RosterView,
): readonly Peer[] {
  const isHere = ({ peerId }: Peer) => !gone.has(peerId);
  return [
    ...peers.filter(isHere),
    ...away.filter((peer) => peer.peerId === me || (isHere(peer) && stands(peer.peerId))),
  ];
}

/** Everybody else in the call. */
export type Roster = ReadonlyMap<PeerId, Peer>;

export const rosterOf = (people: readonly Peer[], me: PeerId): Roster =>
  new Map(people.filter(({ peerId }) => peerId !== me).map((peer) => [peer.peerId, peer]));
