import {
  accepted,
  actingRole,
  isOwnerless,
  limits,
  refused,
  signalingEvents as events,
  signalingReasons as reasons,
  type CallId,
  type EndReason,
  type LeavingReason,
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
import type { Call, CallState, Peer } from './call';

/** A peer id that was used before. Browsers make a new one for each call session, so it identifies a call too. */
export interface FormerPeer {
  readonly callId: CallId;
  readonly userId: UserId;
  /** `null` while this peer is in. */
  readonly leftBecause: LeavingReason | null;
  /** `null` while that call is on. */
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
      /** For the call that begins when none is on. */
      readonly newCallId: CallId;
    }
  | { readonly type: 'leave'; readonly peerId: PeerId }
  | {
      readonly type: 'end';
      /** What kind of room it is in; `undefined` while that is not known here. */
      readonly kind: RoomKind | undefined;
      readonly isAdmin: boolean;
    }
  | { readonly type: 'set voice'; readonly peerId: PeerId; readonly voice: VoiceState }
  | { readonly type: 'publish'; readonly peerId: PeerId; readonly stream: Stream }
  | { readonly type: 'unpublish'; readonly peerId: PeerId; readonly kind: StreamKind };

/** What happens when a member of the room asks for this, or why it does not. No drafts: it is so already. */
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
 * The server takes peers out: nobody hears of them, or they lost the right to be in. Those who fell silent before may still
 * have links to the others, so every reason but silence concerns them as well.
 */
export function dismiss(call: Call, room: Room, peerIds: readonly PeerId[], reason: LeavingReason): readonly Draft[] {
  const dismissed = peerIds.flatMap((peerId) => {
    const peer = call.peers.get(peerId) ?? (reason === 'silent' ? undefined : call.away.get(peerId));
    return peer ? [left(call, room, peerId, peer, reason)] : [];
  });
  if (dismissed.length === 0 || reason === 'silent') return dismissed;
  const staying = [...call.peers.keys()].some((peerId) => !peerIds.includes(peerId));
  const awaited = [...call.away.keys()].some((peerId) => !peerIds.includes(peerId));
  // Where only silent ones are left, they may come back, unless the last one who was heard has left on purpose.
  const lastOneLeft = peerIds.some((peerId) => call.peers.has(peerId));
  return staying || (awaited && !lastOneLeft) ? dismissed : [...dismissed, ended(call, room, 'empty')];
}

/** The peers that are these in a call, whether they are heard of or not. */
export const peersWhere = (
  { peers, away }: Call,
  isMeant: (peerId: PeerId, peer: Peer) => boolean,
): readonly PeerId[] => [...peers, ...away].filter(([peerId, peer]) => isMeant(peerId, peer)).map(([peerId]) => peerId);

/** Whoever is in it, or was: the call is over. */
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
  if (call?.peers.has(peerId)) return accepted([]);
  // Coming back never begins a call, and leads into no other one than before.
  if (formerly && call?.callId !== formerly.callId) return callIsOver(formerly.endedBecause);
  if (formerly && !call?.away.has(peerId)) return outOfCall(formerly.leftBecause);
  const isMine = (other: PeerId, peer: Peer) => peer.userId === userId && other !== peerId;
  const ownPeers = call ? peersWhere(call, isMine) : [];
  if (!takeOver && ownPeers.some((own) => call?.peers.has(own))) return onAnotherDevice();
  const others = [...(call?.peers.values() ?? [])].filter((peer) => peer.userId !== userId);
  if (others.length >= limits.peersPerCall) return refused(reasons.callFull, { most: limits.peersPerCall });
  const callId = call?.callId ?? newCallId;
  const before = ownPeers.flatMap((own) => call?.peers.get(own) ?? call?.away.get(own) ?? []);
  const body = { callId, roomId: room.roomId, peerId, userId, streams: [...streams], ...inherited(voice, before) };
  return accepted([
    ...(call ? [] : [started(room, callId, userId)]),
    ...(call ? ownPeers.map((own) => left(call, room, own, { userId }, 'moved')) : []),
    draft(events.callJoined, { ...inCall(callId, room), body }),
  ]);
}

/** Changing the device opens no microphone: whoever is muted or deafened at one enters muted or deafened at the next. */
function inherited({ muted, deafened }: VoiceState, before: readonly Peer[]): VoiceState {
  return {
    muted: muted || before.some(({ voice }) => voice.muted),
    deafened: deafened || before.some(({ voice }) => voice.deafened),
  };
}

function setVoice(
  { callId, roomId, peers }: Call,
  room: Room,
  { peerId, voice }: CallCommand & { type: 'set voice' },
  userId: UserId,
): Reply<readonly Draft[]> {
  const peer = peers.get(peerId);
  if (!peer) return noSuchCall();
  if (peer.userId !== userId) return notYours();
  if (peer.voice.muted === voice.muted && peer.voice.deafened === voice.deafened) return accepted([]);
  const body = { callId, roomId, peerId, userId, ...voice };
  return accepted([draft(events.voiceChanged, { ...inCall(callId, room), body })]);
}

function leave(call: Call, room: Room, peerId: PeerId, by: UserId): Reply<readonly Draft[]> {
  const peer = call.peers.get(peerId) ?? call.away.get(peerId);
  if (peer && peer.userId !== by) return notYours();
  return accepted(dismiss(call, room, [peerId], 'self'));
}

/** Between the people of a direct conversation nobody is above another: any of them ends their call. */
function end(
  call: Call,
  room: Room,
  { kind, isAdmin }: CallCommand & { type: 'end' },
  by: UserId,
): Reply<readonly Draft[]> {
  const own = room.members.get(by);
  const roles = Array.from(room.members.values(), (role) => ({ role }));
  const acting = kind ? actingRole({ kind, isOwnerless: isOwnerless(roles), own, isAdmin }) : own;
  if (acting === 'member' && kind !== 'direct') return refused(reasons.callModeratorsOnly);
  return accepted([ended(call, room, 'ended')]);
}

function show(
  { callId, roomId, peers }: Call,
  room: Room,
  command: CallCommand & { type: 'publish' | 'unpublish' },
  userId: UserId,
): Reply<readonly Draft[]> {
  const { peerId } = command;
  const peer = peers.get(peerId);
  if (!peer) return noSuchCall();
  if (peer.userId !== userId) return notYours();
  const body = { callId, roomId, peerId, userId };
  if (command.type === 'unpublish') {
    const { kind } = command;
    if (!peer.streams.has(kind)) return accepted([]);
    return accepted([draft(events.streamUnpublished, { ...inCall(callId, room), body: { ...body, kind } })]);
  }
  const { stream } = command;
  if (peer.streams.get(stream.kind)?.sound === stream.sound) return accepted([]);
  return accepted([draft(events.streamPublished, { ...inCall(callId, room), body: { ...body, stream } })]);
}
