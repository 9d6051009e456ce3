import {
  accepted,
  commonReasons,
  messagingReasons,
  refused,
  signalingReasons as reasons,
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
export const noSuchRoom = () => refused(messagingReasons.roomUnknown);
export const noSuchCall = () => refused(reasons.callUnknown);

/** A seat in a call is a device's, and a bot has none. */
export const onlyBrowsersCall = () => refused(reasons.callBrowsersOnly);

export const notYours = () => refused(reasons.callPeerNotYours);

export const signedOut = () => refused(commonReasons.sessionRequired);

export const onAnotherDevice = () => refused(reasons.callOnAnotherDevice);

export const notToYourself = () => refused(reasons.signalToYourself);

/** Refuses to bring a peer back into a call that is over. */
export const callIsOver = (reason: EndReason | null) =>
  reason === 'ended' ? refused(reasons.callEndedForAll) : refused(reasons.callEmpty);

/** Refuses to bring a peer back that did not just fall silent. */
export function outOfCall(reason: LeavingReason | null) {
  if (reason === 'moved') return onAnotherDevice();
  if (reason === 'self') return refused(reasons.callLeft);
  return refused(reasons.callOut);
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
