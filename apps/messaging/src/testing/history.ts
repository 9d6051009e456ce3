import {
  messagingEvents as events,
  type BodyOf,
  type ClientMsgId,
  type MsgId,
  type RoomId,
  type RoomKind,
  type RoomRole,
  type SettingsChange,
  type UserId,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import { loggedEvent } from '@devchitchat/service-kit/testing';
import { evolve, initialState, type RoomState } from '../rooms/room';

export const kitchen = 'r_000000000k1tchen' as RoomId;

/** The state of a room after these events, numbered from 1 and a second apart. */
export const roomAfter = (...drafts: readonly Draft[]): RoomState =>
  drafts.map(loggedEvent).reduce(evolve, initialState);

/** Shorthands for the kitchen's events, without an audience, which states do not depend on. */
export const created = (kind: RoomKind, createdBy: UserId | null = null): Draft =>
  draft(events.roomCreated, {
    scopeId: kitchen,
    body: { roomId: kitchen, kind, createdBy },
    content: { name: 'kitchen', topic: '' },
    audience: [],
  });

export const joined = (
  userId: UserId,
  role: RoomRole = 'member',
  by: BodyOf<typeof events.memberJoined>['by'] = 'self',
  historyStart = 1,
): Draft =>
  draft(events.memberJoined, {
    scopeId: kitchen,
    body: { roomId: kitchen, userId, role, by, ...(historyStart > 1 && { historyStart }) },
    content: null,
    audience: [],
  });

export const left = (userId: UserId): Draft =>
  draft(events.memberLeft, { scopeId: kitchen, body: { roomId: kitchen, userId }, content: null, audience: [] });

export const banned = (userId: UserId): Draft =>
  draft(events.memberBanned, { scopeId: kitchen, body: { roomId: kitchen, userId }, content: null, audience: [] });

export const unbanned = (userId: UserId): Draft =>
  draft(events.memberUnbanned, { scopeId: kitchen, body: { roomId: kitchen, userId }, content: null, audience: [] });

export const muted = (userId: UserId, until: number): Draft =>
  draft(events.memberMuted, {
    scopeId: kitchen,
    body: { roomId: kitchen, userId, until },
    content: null,
    audience: [],
  });

export const unmuted = (userId: UserId): Draft =>
  draft(events.memberUnmuted, { scopeId: kitchen, body: { roomId: kitchen, userId }, content: null, audience: [] });

export const roleChanged = (userId: UserId, role: RoomRole): Draft =>
  draft(events.memberRoleChanged, {
    scopeId: kitchen,
    body: { roomId: kitchen, userId, role },
    content: null,
    audience: [],
  });

export const settingsChanged = (settings: SettingsChange): Draft =>
  draft(events.roomSettingsChanged, {
    scopeId: kitchen,
    body: { roomId: kitchen, ...settings },
    content: null,
    audience: [],
  });

export const said = (seq: number, text = 'Hello'): Draft =>
  draft(events.messageSent, {
    scopeId: kitchen,
    body: { roomId: kitchen, msgId: seq as MsgId, seq, clientMsgId: `c-000000${seq}` as ClientMsgId },
    content: { text },
    audience: [],
  });
