import {
  accepted,
  commonReasons,
  messagingReasons,
  refused,
  signalingReasons as reasons,
  type Actor,
  type Call,
  type EndReason,
  type LeavingReason,
  type PeerId,
  type Reply,
  type RoomId,
  type SessionId,
} from '@devchitchat/contracts';
import { peerIn, type CallState } from './call';

/** One answer for unknown rooms and for rooms the actor is not in, so that calls in other rooms stay hidden. */
export const noSuchRoom = () => refused(messagingReasons.roomUnknown);
export const noSuchCall = () => refused(reasons.callUnknown);

/** A peer belongs to a browser session, and bots have none. */
export const onlyBrowsersCall = () => refused(reasons.callBrowsersOnly);

export const notYours = () => refused(reasons.callPeerNotYours);

export const signedOut = () => refused(commonReasons.sessionRequired);

export const onAnotherDevice = () => refused(reasons.callOnAnotherDevice);

export const notToYourself = () => refused(reasons.signalToYourself);

/** Refuses to return a peer to a call that ended. */
export const callIsOver = (reason: EndReason | null) =>
  reason === 'ended' ? refused(reasons.callEndedForAll) : refused(reasons.callEmpty);

/** Refuses to return a peer that did not just fall silent. */
export function outOfCall(reason: LeavingReason | null) {
  if (reason === 'moved') return onAnotherDevice();
  if (reason === 'self') return refused(reasons.callLeft);
  return refused(reasons.callOut);
}

export interface Speaking {
  readonly peerId: PeerId;
  readonly by: Actor;
  /** The session that this peer belongs to. */
  readonly sessionId: SessionId | undefined;
  readonly isMember: (roomId: RoomId) => boolean;
}

/** The call, if the peer belongs to the actor's session. The session comes from the gateway, not from the command. */
export function speaksIn(call: CallState, { peerId, by, sessionId, isMember }: Speaking): Reply<Call> {
  const peer = peerIn(call, peerId);
  if (!call || !peer) return noSuchCall();
  if (peer.userId === by.userId && sessionId === by.sessionId) return accepted(call);
  return isMember(call.roomId) ? notYours() : noSuchCall();
}
