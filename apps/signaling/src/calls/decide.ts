import {
  accepted,
  actingRole,
  isOwnerless,
  limits,
  mayEndCall,
  refused,
  signalingEvents as events,
  signalingReasons as reasons,
  type Call,
  type CallId,
  type EndReason,
  type LeavingReason,
  type Peer,
  type PeerId,
  type Reply,
  type RoomKind,
  type Stream,
  type StreamKind,
  type UserId,
  type VoiceState,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import type { Room } from '../rooms/room';
import { callIsOver, noSuchCall, noSuchRoom, notYours, onAnotherDevice, outOfCall } from './access';
import { awayIn, peerIn, type CallState } from './call';

/** A previously used peer id. Browsers create one per call session, so it also identifies a call. */
export interface FormerPeer {
  readonly callId: CallId;
  readonly userId: UserId;
  /** `null` while this peer is in the call. */
  readonly leftBecause: LeavingReason | null;
  /** `null` while that call is in progress. */
  readonly endedBecause: EndReason | null;
}

export type CallCommand =
  | {
      readonly type: 'join';
      readonly peerId: PeerId;
      readonly streams: readonly Stream[];
      readonly takeOver: boolean;
      readonly voice: VoiceState;
      readonly formerly: FormerPeer | null;
      /** The id for a new call, if none is in progress. */
      readonly newCallId: CallId;
    }
  | { readonly type: 'leave'; readonly peerId: PeerId }
  | {
      readonly type: 'end';
      /** The kind of its room; `undefined` if not known here yet. */
      readonly kind: RoomKind | undefined;
      readonly isAdmin: boolean;
    }
  | { readonly type: 'set voice'; readonly peerId: PeerId; readonly voice: VoiceState }
  | { readonly type: 'publish'; readonly peerId: PeerId; readonly stream: Stream }
  | { readonly type: 'unpublish'; readonly peerId: PeerId; readonly kind: StreamKind };

/** Decides a command in a call: events, none if nothing changes, or a refusal. */
export function decide(call: CallState, room: Room, command: CallCommand, by: UserId): Reply<readonly Draft[]> {
  if (!room.members.has(by)) return command.type === 'join' ? noSuchRoom() : noSuchCall();
  if (command.type === 'join') return join(call, room, command, by);
  if (!call) return noSuchCall();
  switch (command.type) {
    case 'leave':
      return leave(call, room, command.peerId, by);
    case 'end':
      return end(call, room, command, by);
    case 'set voice':
      return setVoice(call, room, command, by);
    case 'publish':
    case 'unpublish':
      return show(call, room, command, by);
  }
}

/**
 * Removes peers that are silent or lost access to the call. Peers that were silent before may still have links to the
 * others, so every reason except silence applies to them as well.
 */
export function dismiss(call: Call, room: Room, peerIds: readonly PeerId[], reason: LeavingReason): readonly Draft[] {
  const dismissed = peerIds.flatMap((peerId) => {
    const peer = peerIn(call, peerId) ?? (reason === 'silent' ? undefined : awayIn(call, peerId));
    return peer ? [left(call, room, peerId, peer, reason)] : [];
  });
  if (dismissed.length === 0 || reason === 'silent') return dismissed;
  const staying = call.peers.some(({ peerId }) => !peerIds.includes(peerId));
  const awaited = call.away.some(({ peerId }) => !peerIds.includes(peerId));
  // Where only silent ones are left, they may come back, unless the last one who was heard has left on purpose.
  const lastOneLeft = call.peers.some(({ peerId }) => peerIds.includes(peerId));
  return staying || (awaited && !lastOneLeft) ? dismissed : [...dismissed, ended(call, room, 'empty')];
}

/** The peers of a call that match, listed or silent. */
export const peersWhere = (
  { peers, away }: Call,
  isMeant: (peerId: PeerId, peer: Peer) => boolean,
): readonly PeerId[] => [...peers, ...away].filter((peer) => isMeant(peer.peerId, peer)).map(({ peerId }) => peerId);

/** The event that ends a call. */
export const ended = ({ callId, roomId }: Pick<Call, 'callId' | 'roomId'>, room: Room, reason: EndReason): Draft =>
  draft(events.callEnded, { ...inCall(callId, room), body: { callId, roomId, reason } });

const inCall = (scopeId: CallId, room: Room) => ({ scopeId, content: null, audience: [...room.members.keys()] });

const started = (room: Room, callId: CallId, startedBy: UserId): Draft =>
  draft(events.callStarted, { ...inCall(callId, room), body: { callId, roomId: room.roomId, startedBy } });

function left(
  { callId, roomId }: Call,
  room: Room,
  peerId: PeerId,
  { userId }: Pick<Peer, 'userId'>,
  reason: LeavingReason,
): Draft {
  const audience = [...new Set([...room.members.keys(), userId])];
  const body = { callId, roomId, peerId, userId, reason };
  return draft(events.callLeft, { scopeId: callId, content: null, audience, body });
}

function join(
  call: CallState,
  room: Room,
  { peerId, streams, takeOver, voice, formerly, newCallId }: CallCommand & { type: 'join' },
  userId: UserId,
): Reply<readonly Draft[]> {
  if (formerly && formerly.userId !== userId) return refused(reasons.callPeerTaken);
  if (peerIn(call, peerId)) return accepted([]);
  // Coming back never begins a call, and leads into no other one than before.
  if (formerly && call?.callId !== formerly.callId) return callIsOver(formerly.endedBecause);
  if (formerly && !awayIn(call, peerId)) return outOfCall(formerly.leftBecause);
  const isMine = (other: PeerId, peer: Peer) => peer.userId === userId && other !== peerId;
  const ownPeers = call ? peersWhere(call, isMine) : [];
  if (!takeOver && ownPeers.some((own) => peerIn(call, own))) return onAnotherDevice();
  const others = (call?.peers ?? []).filter((peer) => peer.userId !== userId);
  if (others.length >= limits.peersPerCall) return refused(reasons.callFull, { max: limits.peersPerCall });
  const callId = call?.callId ?? newCallId;
  const before = ownPeers.flatMap((own) => peerIn(call, own) ?? awayIn(call, own) ?? []);
  const body = { callId, roomId: room.roomId, peerId, userId, streams: [...streams], ...inherited(voice, before) };
  return accepted([
    ...(call ? [] : [started(room, callId, userId)]),
    ...(call ? ownPeers.map((own) => left(call, room, own, { userId }, 'moved')) : []),
    draft(events.callJoined, { ...inCall(callId, room), body }),
  ]);
}

/** Changing the device does not unmute: mute and deafen settings carry over to the new device. */
function inherited({ muted, deafened }: VoiceState, before: readonly Peer[]): VoiceState {
  return {
    muted: muted || before.some((peer) => peer.muted),
    deafened: deafened || before.some((peer) => peer.deafened),
  };
}

function setVoice(
  call: Call,
  room: Room,
  { peerId, voice }: CallCommand & { type: 'set voice' },
  userId: UserId,
): Reply<readonly Draft[]> {
  const peer = peerIn(call, peerId);
  if (!peer) return noSuchCall();
  if (peer.userId !== userId) return notYours();
  if (peer.muted === voice.muted && peer.deafened === voice.deafened) return accepted([]);
  const { callId, roomId } = call;
  const body = { callId, roomId, peerId, userId, ...voice };
  return accepted([draft(events.voiceChanged, { ...inCall(callId, room), body })]);
}

function leave(call: Call, room: Room, peerId: PeerId, by: UserId): Reply<readonly Draft[]> {
  const peer = peerIn(call, peerId) ?? awayIn(call, peerId);
  if (peer && peer.userId !== by) return notYours();
  return accepted(dismiss(call, room, [peerId], 'self'));
}

function end(
  call: Call,
  room: Room,
  { kind, isAdmin }: CallCommand & { type: 'end' },
  by: UserId,
): Reply<readonly Draft[]> {
  const own = room.members.get(by);
  const roles = Array.from(room.members.values(), (role) => ({ role }));
  const acting = kind ? actingRole({ kind, isOwnerless: isOwnerless(roles), own, isAdmin }) : own;
  if (!mayEndCall({ kind }, acting)) return refused(reasons.callModeratorsOnly);
  return accepted([ended(call, room, 'ended')]);
}

function show(
  call: Call,
  room: Room,
  command: CallCommand & { type: 'publish' | 'unpublish' },
  userId: UserId,
): Reply<readonly Draft[]> {
  const { peerId } = command;
  const peer = peerIn(call, peerId);
  if (!peer) return noSuchCall();
  if (peer.userId !== userId) return notYours();
  const { callId, roomId } = call;
  const body = { callId, roomId, peerId, userId };
  if (command.type === 'unpublish') {
    const { kind } = command;
    if (!peer.streams.some((stream) => stream.kind === kind)) return accepted([]);
    return accepted([draft(events.streamUnpublished, { ...inCall(callId, room), body: { ...body, kind } })]);
  }
  const { stream } = command;
  if (peer.streams.some(({ kind, sound }) => kind === stream.kind && sound === stream.sound)) return accepted([]);
  return accepted([draft(events.streamPublished, { ...inCall(callId, room), body: { ...body, stream } })]);
}
