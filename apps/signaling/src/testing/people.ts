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

let peersSoFar = 0;
let sessionsSoFar = 100;

/** An id that no other peer of this process has. */
export const newPeer = () => id<PeerId>('p', String((peersSoFar += 1)));

/** An id that no other session of this process has. */
export const newSession = () => id<SessionId>('s', String((sessionsSoFar += 1)));

/** The actors of ada, bob and cleo, each on a device of their own. */
export const [asAda, asBob, asCleo] = [actorOf(ada), actorOf(bob, otherDevice), actorOf(cleo)] as const;

/** Matches a refusal with this code. */
export const isRefused = (code: string) => ({ ok: false, error: { code } });
