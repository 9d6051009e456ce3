import type { Call, Peer, PeerId } from '@devchitchat/contracts';

export interface RosterView {
  readonly me: PeerId;
  /** Peers that said goodbye over their link. The server may not know it yet. */
  readonly departed: { has(peerId: PeerId): boolean };
  /** Whether the link to a peer is connected or was a moment ago. */
  readonly isLinked: (peerId: PeerId) => boolean;
}

/**
 * The peers in the call as this browser sees it: those the server lists, and those it lists as away that are still linked to
 * this browser. Media continues while the server cannot be reached.
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

/** Every peer in the call except this tab's. */
export type Roster = ReadonlyMap<PeerId, Peer>;

export const rosterOf = (people: readonly Peer[], me: PeerId): Roster =>
  new Map(people.filter(({ peerId }) => peerId !== me).map((peer) => [peer.peerId, peer]));
