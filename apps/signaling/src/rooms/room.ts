import type { RoomId, RoomRole, UserId } from '@devchitchat/contracts';

/** As much of a room as a call needs: who may be in it, and who hears of it. Nobody is in a room that is not known. */
export interface Room {
  readonly roomId: RoomId;
  readonly members: ReadonlyMap<UserId, RoomRole>;
}
