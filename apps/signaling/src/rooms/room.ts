import type { RoomId, RoomRole, UserId } from '@devchitchat/contracts';

/** The part of a room that a call needs: who may join and who receives its events. An unknown room has no members. */
export interface Room {
  readonly roomId: RoomId;
  readonly members: ReadonlyMap<UserId, RoomRole>;
}
