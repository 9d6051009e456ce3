import { lobbyName, type Member, type Room, type UserId } from '@devchitchat/contracts';

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

/** Whether somebody may bring people into a room, or make links into it. */
export const mayInvite = (room: Room, members: readonly Member[], userId: UserId): boolean => {
  const role = members.find((member) => member.userId === userId)?.role;
  return role !== undefined && (room.kind === 'public' || role !== 'member');
};
