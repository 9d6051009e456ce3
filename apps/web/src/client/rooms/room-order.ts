import { lobbyName, type Member, type Room, type UserId } from '@devchitchat/contracts';
import type { HeldRoom } from './held-room';

/** The room everybody is in. Nobody made it, and nobody can make another with its name. */
export const isLobby = (room: Room): boolean => room.createdBy === null && room.name === lobbyName;

/** The lobby first, then by name. A room keeps its place whatever is said in it. */
export const inSidebarOrder = (rooms: readonly Room[]): readonly Room[] =>
  [...rooms].sort(
    (a, b) =>
      Number(isLobby(b)) - Number(isLobby(a)) ||
      a.name.localeCompare(b.name, undefined, { numeric: true, sensitivity: 'base' }) ||
      (a.roomId < b.roomId ? -1 : 1),
  );

/** In the order in which something was said in them last. One in which nothing was said yet was just opened, and comes first. */
export const latestFirst = (rooms: readonly HeldRoom[]): readonly HeldRoom[] =>
  [...rooms].sort(
    (a, b) => (b.lastSent || Infinity) - (a.lastSent || Infinity) || (a.room.roomId < b.room.roomId ? -1 : 1),
  );

/** The first message of a room that one may see. */
export const historyStart = (members: readonly Member[], userId: UserId | undefined): number =>
  members.find((member) => member.userId === userId)?.historyStart ?? 1;
