import {
  accepted,
  refused,
  type Actor,
  type PeerId,
  type Reply,
  type RoomId,
  type SessionId,
} from '@devchitchat/contracts';
import type { Call, CallState } from './call';

/** One answer for "there is none" and "you are not in its room", so that nobody learns where people talk. */
export const noSuchRoom = () => refused('not_found', 'There is no such room, or you are not in it.');
export const noSuchCall = () => refused('not_found', 'There is no such call or peer, or you are not in it.');

/** A seat in a call is a device's, and a bot has none. */
export const onlyBrowsersCall = () => refused('forbidden', 'Only somebody at a browser can join a call.');

export const notYours = () => refused('forbidden', 'That peer is somebody else, or another device.');

export interface Speaking {
  readonly peerId: PeerId;
  readonly by: Actor;
  /** The device at which this peer sits. */
  readonly seatedAt: SessionId | undefined;
  readonly isMember: (roomId: RoomId) => boolean;
}

/** The call, when a peer of it is this person's on this device. What a peer says of itself counts for nothing. */
export function speaksIn(call: CallState, { peerId, by, seatedAt, isMember }: Speaking): Reply<Call> {
  const peer = call?.peers.get(peerId);
  if (!call || !peer) return noSuchCall();
  if (peer.userId === by.userId && seatedAt === by.sessionId) return accepted(call);
  return isMember(call.roomId) ? notYours() : noSuchCall();
}
