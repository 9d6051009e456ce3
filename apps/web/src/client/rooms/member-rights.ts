import { actingRole, isOwnerless, type Member, type Room, type RoomRole, type User } from '@devchitchat/contracts';

/** The parts of a room that decide what its members may do. */
export interface Governed {
  readonly room: Room;
  readonly members: readonly Member[];
}

/** The effective role of a user in a room; `undefined` for a non-member. The server decides the same way. */
export const roleIn = (
  { room, members }: Governed,
  person: Pick<User, 'userId' | 'role' | 'active'> | null | undefined,
): RoomRole | undefined =>
  actingRole({
    kind: room.kind,
    isOwnerless: isOwnerless(members),
    own: members.find(({ userId }) => userId === person?.userId)?.role,
    isAdmin: person?.role === 'admin' && person.active,
  });

/** The admins who are in the room govern it. */
export const belongsToAdmins = ({ room, members }: Governed): boolean => room.kind !== 'direct' && isOwnerless(members);
