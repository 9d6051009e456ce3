import type { Call, LinkState, Peer, PeerId } from '@devchitchat/contracts';

export interface RosterView {
  readonly me: PeerId;
  /** Peers that said goodbye over their link. The server may not know it yet. */
  readonly departed: { has(peerId: PeerId): boolean };
  readonly links: ReadonlyMap<PeerId, { readonly state: LinkState }>;
  /** The away peers that were visible until now. */
  readonly held: ReadonlySet<PeerId>;
}

/**
 * Whether a peer that the server lists as away is still here: its link works, or was interrupted only after the server had
 * lost the peer. When the server loses a peer whose link is already interrupted, no one reaches it any longer.
 */
export function staysLinked(peerId: PeerId, { links, held }: Pick<RosterView, 'links' | 'held'>): boolean {
  const state = links.get(peerId)?.state;
  return state === 'connected' || (state === 'interrupted' && held.has(peerId));
}

/**
 * The peers in the call as this browser sees it: those the server lists, and those it lists as away that are still linked to
 * this browser. Media continues while the server cannot be reached.
 */
export function visiblePeers({ peers, away }: Call, view: RosterView): readonly Peer[] {
  const isHere = ({ peerId }: Peer) => !view.departed.has(peerId);
  return [
    ...peers.filter(isHere),
    ...away.filter((peer) => peer.peerId === view.me || (isHere(peer) && staysLinked(peer.peerId, view))),
  ];
}

/** Every peer in the call except this tab's. */
export type Roster = ReadonlyMap<PeerId, Peer>;

export const rosterOf = (people: readonly Peer[], me: PeerId): Roster =>
  new Map(people.filter(({ peerId }) => peerId !== me).map((peer) => [peer.peerId, peer]));
