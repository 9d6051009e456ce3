import type {
  Ban,
  ClientMsgId,
  Member,
  Message,
  Mute,
  PeoplePlace,
  Pin,
  Room,
  RoomId,
  User,
  UserId,
} from '@devchitchat/contracts';
import type { DBSchema } from 'idb';
import type { Draft } from '../unsent/draft-policy';
import type { OutboxEntry } from '../unsent/outbox-policy';
import type { MarkMove } from '../unsent/mark-moves';

/** A room without its messages, with the event up to which it was followed. */
export interface CachedRoom {
  readonly roomId: RoomId;
  readonly room: Room;
  readonly members: readonly Member[];
  readonly bans: readonly Ban[];
  readonly mutes: readonly Mute[];
  readonly peopleAfter: PeoplePlace | null;
  readonly pins: readonly Pin[];
  readonly head: number;
  readonly headSeq: number;
  readonly lastSent: number;
}

/** A change of a kept message, to be applied where the message is kept. */
export interface Revision {
  readonly seq: number;
  readonly revise: (message: Message) => Message;
}

/** The person's own state, as far as this browser has followed it. */
export interface Own {
  /** The last event of the person's own chain that is included. */
  readonly head: number;
  /** The direct conversations that are not in the list, each as long as this is its last message. */
  readonly hidden: ReadonlyMap<RoomId, number>;
}

/** Single values, each under its own name. */
export interface KeyValues {
  readonly me: User;
  readonly lastRoom: RoomId;
  /** The log that the kept rooms are from. */
  readonly epoch: string;
  /** Which direct conversations are not in the list. */
  readonly own: Own;
}

export interface CacheSchema extends DBSchema {
  rooms: { key: RoomId; value: CachedRoom };
  messages: { key: [RoomId, number]; value: Message };
  users: { key: UserId; value: User };
  /** Moves of the person's read marks that the server does not know yet. */
  markMoves: { key: RoomId; value: MarkMove };
  /** By `draftKey`. */
  drafts: { key: string; value: Draft };
  outbox: { key: ClientMsgId; value: OutboxEntry };
  /** The key-value store, by the name it got first. */
  keepsakes: { key: keyof KeyValues; value: KeyValues[keyof KeyValues] };
}

export const cacheName = 'devchitchat';

/**
 * Raise it with every change of the schema: a cache of another version is thrown away and fetched anew. The outbox and the
 * drafts are no copy of anything, and are carried over: they belong to who wrote them, and only that person's sign-out forgets
 * them.
 */
export const cacheVersion = 8;

/** Stores that can be fetched again. */
export const copies = ['rooms', 'messages', 'users', 'markMoves', 'keepsakes'] as const;
/** Stores of which there is no other copy. */
export const originals = ['outbox', 'drafts'] as const;
