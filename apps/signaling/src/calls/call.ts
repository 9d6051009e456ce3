import type { Call, Peer, PeerId } from '@devchitchat/contracts';

/** `null` before `call.started` and after `call.ended`. */
export type CallState = Call | null;
export const initialState: CallState = null;

export const peerIn = (call: CallState, peerId: PeerId): Peer | undefined =>
  call?.peers.find((peer) => peer.peerId === peerId);

/** A silent peer that may come back. A link to it may still be open, so the end of a right concerns it, too. */
export const awayIn = (call: CallState, peerId: PeerId): Peer | undefined =>
  call?.away.find((peer) => peer.peerId === peerId);
