import type { RoomRole } from '@devchitchat/contracts';

const rank: Record<RoomRole, number> = { member: 0, mod: 1, owner: 2 };

/** Whether somebody with one role in a room may put somebody with the other out of it. The server decides the same. */
export const mayPutOut = (own: RoomRole | undefined, other: RoomRole): boolean =>
  own !== undefined && own !== 'member' && rank[other] < rank[own];
