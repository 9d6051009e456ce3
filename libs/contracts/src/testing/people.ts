import type { RoomId, UserId } from '../grammar/ids';

export const ada = 'u_aaaaaaaaaaaaaaaa' as UserId;
export const bob = 'u_bbbbbbbbbbbbbbbb' as UserId;
export const cyd = 'u_cccccccccccccccc' as UserId;
export const dan = 'u_dddddddddddddddd' as UserId;
export const lobby = 'r_7k2m9q4t1x8z3v6w' as RoomId;
