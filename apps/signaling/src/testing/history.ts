import {
  foldCall,
  signalingEvents as events,
  type BodyOf,
  type PeerId,
  type RoomRole,
  type Stream,
  type StreamKind,
  type UserId,
  type VoiceState,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import { loggedEvent } from '@devchitchat/service-kit/testing';
import { initialState, type CallState } from '../calls/call';
import type { Room } from '../rooms/room';
import { ada, call, kitchen } from './people';

/** A call after these events, numbered from 1 on and a second apart. */
export const callAfter = (...drafts: readonly Draft[]): CallState =>
  drafts.map(loggedEvent).reduce(foldCall, initialState);

/** The kitchen with these members; the first one is its owner. */
export const roomOf = (...members: readonly UserId[]): Room => ({
  roomId: kitchen,
  members: new Map(members.map((userId, at) => [userId, (at === 0 ? 'owner' : 'member') satisfies RoomRole])),
});

/** Shorthand for events of the kitchen's call. The audience does not affect the state. */
const inCall = { scopeId: call, content: null, audience: [] };
const ofPeer = (peerId: PeerId, userId: UserId) => ({ callId: call, roomId: kitchen, peerId, userId });

export const started = (startedBy = ada): Draft =>
  draft(events.callStarted, { ...inCall, body: { callId: call, roomId: kitchen, startedBy } });

export const unmuted: VoiceState = { muted: false, deafened: false };

export const joined = (peerId: PeerId, userId: UserId, streams: Stream[] = [], voice: VoiceState = unmuted): Draft =>
  draft(events.callJoined, { ...inCall, body: { ...ofPeer(peerId, userId), streams, ...voice } });

export const voiceChanged = (peerId: PeerId, userId: UserId, voice: VoiceState): Draft =>
  draft(events.voiceChanged, { ...inCall, body: { ...ofPeer(peerId, userId), ...voice } });

export const left = (
  peerId: PeerId,
  userId: UserId,
  reason: BodyOf<typeof events.callLeft>['reason'] = 'self',
): Draft => draft(events.callLeft, { ...inCall, body: { ...ofPeer(peerId, userId), reason } });

export const ended = (reason: BodyOf<typeof events.callEnded>['reason']): Draft =>
  draft(events.callEnded, { ...inCall, body: { callId: call, roomId: kitchen, reason } });

export const published = (peerId: PeerId, userId: UserId, stream: Stream): Draft =>
  draft(events.streamPublished, { ...inCall, body: { ...ofPeer(peerId, userId), stream } });

export const unpublished = (peerId: PeerId, userId: UserId, kind: StreamKind): Draft =>
  draft(events.streamUnpublished, { ...inCall, body: { ...ofPeer(peerId, userId), kind } });
