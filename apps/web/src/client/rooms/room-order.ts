import { lobbyName, type Member, type Room, type UserId } from '@devchitchat/contracts';
import { byName } from '../../platform/language/plain';
import type { HeldRoom } from './held-room';

/** The room that all users are in. It has no creator, and no other room can have its name. */
export const isLobby = (room: Room): boolean => room.createdBy === null && room.name === lobbyName;

/** The lobby first, then by name. New messages do not move a room. */
export const inSidebarOrder = (rooms: readonly Room[]): readonly Room[] =>
  [...rooms].sort(
    (a, b) => Number(isLobby(b)) - Number(isLobby(a)) || byName(a.name, b.name) || (a.roomId < b.roomId ? -1 : 1),
  );

/** By the latest message, newest first. A conversation without messages was just opened and comes first. */
export const latestFirst = (rooms: readonly HeldRoom[]): readonly HeldRoom[] =>
  [...rooms].sort(
    (a, b) => (b.lastSent || Infinity) - (a.lastSent || Infinity) || (a.room.roomId < b.room.roomId ? -1 : 1),
  );

/** The first message of a room that the user may see. */
export const historyStart = (members: readonly Member[], userId: UserId | undefined): number =>
  members.find((member) => member.userId === userId)?.historyStart ?? 1;
