import type { ClientMsgId, Member, Message, Room, RoomId, User, UserId } from '@devchitchat/contracts';
import type { DBSchema } from 'idb';
import type { OutboxEntry } from '../composer/outbox-policy';

/** A room as it is kept: everything but its messages, and the event up to which all of it was followed. */
export interface CachedRoom {
  readonly roomId: RoomId;
  readonly room: Room;
  readonly members: readonly Member[];
  readonly head: number;
  readonly headSeq: number;
}

/** Single things, each under its own name. */
export interface Keepsakes {
  readonly me: User;
  readonly lastRoom: RoomId;
}

export interface CacheSchema extends DBSchema {
  rooms: { key: RoomId; value: CachedRoom };
  messages: { key: [RoomId, number]; value: Message };
  users: { key: UserId; value: User };
  /** The last `seq` that was read, for each room. */
  seen: { key: RoomId; value: number };
  outbox: { key: ClientMsgId; value: OutboxEntry };
  keepsakes: { key: keyof Keepsakes; value: Keepsakes[keyof Keepsakes] };
}

export const cacheName = 'devchitchat';

/** Raise it with every change of the schema: a cache of another version is thrown away and fetched anew. */
export const cacheVersion = 1;

export const storeNames = ['rooms', 'messages', 'users', 'seen', 'outbox', 'keepsakes'] as const;
