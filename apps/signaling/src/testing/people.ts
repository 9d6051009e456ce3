import type { Actor, CallId, PeerId, RoomId, SessionId, UserId } from '@devchitchat/contracts';

/** Ids of people, devices and rooms for specs. */
const id = <Id extends string>(letter: string, name: string) => `${letter}_${name.padStart(16, '0')}` as Id;

export const [ada, bob, cleo] = ['ada', 'b0b', 'c1e'].map((name) => id<UserId>('u', name)) as [UserId, UserId, UserId];
export const kitchen = id<RoomId>('r', 'k1tchen');
export const call = id<CallId>('c', 'a11');
export const peers = ['1', '2', '3', '4'].map((name) => id<PeerId>('p', name)) as [PeerId, PeerId, PeerId, PeerId];
export const device = id<SessionId>('s', '1');
export const otherDevice = id<SessionId>('s', '2');

export const actorOf = (userId: UserId, sessionId = device): Actor => ({ userId, sessionId, role: 'member' });
