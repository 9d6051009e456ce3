import {
  accepted,
  refused,
  type Actor,
  type EndReason,
  type LeavingReason,
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

export const signedOut = () => refused('unauthenticated', 'You are not signed in, or your session is over.');

export const onAnotherDevice = () => refused('conflict', "You're in this call on another device.");

export const notToYourself = () => refused('invalid', "A peer can't send signals to itself.");

/** Refuses to bring a peer back into a call that is over. */
export const callIsOver = (reason: EndReason | null) =>
  refused('not_found', reason === 'ended' ? 'Someone ended the call for everyone.' : 'The call ended: everyone left.');

/** Refuses to bring a peer back that did not just fall silent. */
export function outOfCall(reason: LeavingReason | null) {
  if (reason === 'moved') return onAnotherDevice();
  if (reason === 'self') return refused('not_found', 'You left this call.');
  return refused('not_found', "You're no longer in this call.");
}

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
