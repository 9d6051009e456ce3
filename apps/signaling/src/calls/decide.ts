import {
  accepted,
  limits,
  refused,
  signalingEvents as events,
  type BodyOf,
  type CallId,
  type PeerId,
  type Reply,
  type Stream,
  type StreamKind,
  type UserId,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import type { Room } from '../rooms/room';
import { noSuchCall, noSuchRoom, notYours } from './access';
import type { Call, CallState, Peer } from './call';

export type CallCommand =
  | { readonly type: 'start'; readonly callId: CallId }
  | {
      readonly type: 'join';
      readonly peerId: PeerId;
      readonly streams: readonly Stream[];
      /** Who was in any call under this peer id before. */
      readonly formerly: UserId | null;
    }
  | { readonly type: 'leave'; readonly peerId: PeerId }
  | { readonly type: 'end' }
  | { readonly type: 'publish'; readonly peerId: PeerId; readonly stream: Stream }
  | { readonly type: 'unpublish'; readonly peerId: PeerId; readonly kind: StreamKind };

/** What happens when a member of the room asks for this, or why it does not. No drafts: it is so already. */
export function decide(call: CallState, room: Room, command: CallCommand, by: UserId): Reply<readonly Draft[]> {
  if (!room.members.has(by)) return command.type === 'start' ? noSuchRoom() : noSuchCall();
  if (command.type === 'start') return accepted(call ? [] : [started(room, command.callId, by)]);
  if (!call) return noSuchCall();
  switch (command.type) {
    case 'join':
      return join(call, room, command, by);
    case 'leave':
      return leave(call, room, command.peerId, by);
    case 'end':
      return end(call, room, by);
    case 'publish':
    case 'unpublish':
      return show(call, room, command, by);
  }
}

/** The server takes peers out: nothing was heard of them, or their people are not in the room any more. */
export function dismiss(
  call: Call,
  room: Room,
  peerIds: readonly PeerId[],
  reason: BodyOf<typeof events.callLeft>['reason'],
): readonly Draft[] {
  const dismissed = peerIds.flatMap((peerId) => {
    const peer = call.peers.get(peerId);
    return peer ? [left(call, room, peerId, peer, reason)] : [];
  });
  const isEmpty = dismissed.length > 0 && dismissed.length === call.peers.size;
  return isEmpty ? [...dismissed, ended(call, room, 'empty')] : dismissed;
}

/** Whoever is in it, or was: the call is over. */
export const ended = (
  { callId, roomId }: Pick<Call, 'callId' | 'roomId'>,
  room: Room,
  reason: BodyOf<typeof events.callEnded>['reason'],
): Draft => draft(events.callEnded, { ...inCall(callId, room), body: { callId, roomId, reason } });

const inCall = (scopeId: CallId, room: Room) => ({ scopeId, content: null, audience: [...room.members.keys()] });

const started = (room: Room, callId: CallId, startedBy: UserId): Draft =>
  draft(events.callStarted, { ...inCall(callId, room), body: { callId, roomId: room.roomId, startedBy } });

function left(
  { callId, roomId }: Call,
  room: Room,
  peerId: PeerId,
  { userId }: Peer,
  reason: BodyOf<typeof events.callLeft>['reason'],
): Draft {
  const audience = [...new Set([...room.members.keys(), userId])];
  const body = { callId, roomId, peerId, userId, reason };
  return draft(events.callLeft, { scopeId: callId, content: null, audience, body });
}

function join(
  { callId, roomId, peers }: Call,
  room: Room,
  { peerId, streams, formerly }: CallCommand & { type: 'join' },
  userId: UserId,
): Reply<readonly Draft[]> {
  if ((peers.get(peerId)?.userId ?? formerly ?? userId) !== userId)
    return refused('conflict', 'Somebody else goes by this peer id.');
  if (peers.has(peerId)) return accepted([]);
  if (peers.size >= limits.peersPerCall)
    return refused('conflict', `The call is full: ${limits.peersPerCall} people are in it.`);
  const body = { callId, roomId, peerId, userId, streams: [...streams] };
  return accepted([draft(events.callJoined, { ...inCall(callId, room), body })]);
}

function leave(call: Call, room: Room, peerId: PeerId, by: UserId): Reply<readonly Draft[]> {
  const peer = call.peers.get(peerId);
  if (peer && peer.userId !== by) return notYours();
  return accepted(dismiss(call, room, [peerId], 'self'));
}

function end(call: Call, room: Room, by: UserId): Reply<readonly Draft[]> {
  if (room.members.get(by) === 'member')
    return refused('forbidden', 'Only the owner and mods of the room end a call for others.');
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
