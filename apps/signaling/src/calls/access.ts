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

/** A peer belongs to a browser session, and bots have none. */
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
  /** The session of the device this peer belongs to. */
  readonly sessionId: SessionId | undefined;
  readonly isMember: (roomId: RoomId) => boolean;
}

/** The call, if the peer belongs to the actor's device. The device comes from the session, not from the command. */
export function speaksIn(call: CallState, { peerId, by, sessionId, isMember }: Speaking): Reply<Call> {
  const peer = call?.peers.get(peerId);
  if (!call || !peer) return noSuchCall();
  if (peer.userId === by.userId && sessionId === by.sessionId) return accepted(call);
  return isMember(call.roomId) ? notYours() : noSuchCall();
}
