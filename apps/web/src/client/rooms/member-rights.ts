import { actingRole, isOwnerless, type Member, type Room, type RoomRole, type User } from '@devchitchat/contracts';

/** A room, as far as it decides what its members may do. */
export interface Governed {
  readonly room: Room;
  readonly members: readonly Member[];
}

/** The role in which somebody acts in a room; `undefined` of somebody who is not in it. The server decides the same. */
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
