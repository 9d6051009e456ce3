import type {
  Ban,
  ClientFileId,
  ClientMsgId,
  Member,
  Message,
  Mute,
  PeopleCursor,
  Pin,
  Room,
  RoomId,
  RoomLine,
  User,
  UserId,
} from '@devchitchat/contracts';
import type { DBSchema } from 'idb';
import type { KeptFile } from '../unsent/attachment';
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
  readonly peopleAfter: PeopleCursor | null;
  readonly pins: readonly Pin[];
  readonly head: number;
  readonly headSeq: number;
  readonly lastSent: number;
  /** The lines between its newest messages; omitted by earlier versions. */
  readonly lines?: readonly RoomLine[];
}

/** A change of a stored message. */
export interface Revision {
  readonly seq: number;
  readonly revise: (message: Message) => Message;
}

/** The user's own state, as far as this browser has followed it. */
export interface Own {
  /** The last included event of the user's own chain. */
  readonly head: number;
  /** The hidden direct conversations; each stays hidden as long as this is its last message. */
  readonly hidden: ReadonlyMap<RoomId, number>;
}

/** Single values by name. */
export interface KeyValues {
  readonly me: User;
  readonly lastRoom: RoomId;
  /** The log that the stored rooms belong to. */
  readonly epoch: string;
  /** The hidden direct conversations. */
  readonly own: Own;
}

/** The name of the key-value store on disk. Every version reads it, so it must not change. */
export const keyValueStore = 'keepsakes';

export interface CacheSchema extends DBSchema {
  rooms: { key: RoomId; value: CachedRoom };
  messages: { key: [RoomId, number]; value: Message };
  users: { key: UserId; value: User };
  /** Moves of the user's read marks that the server does not know yet. */
  markMoves: { key: RoomId; value: MarkMove };
  /** Keyed by `draftKey`. */
  drafts: { key: string; value: Draft };
  outbox: { key: ClientMsgId; value: OutboxEntry };
  /** The bytes of the files in the outbox. */
  files: { key: ClientFileId; value: KeptFile };
  [keyValueStore]: { key: keyof KeyValues; value: KeyValues[keyof KeyValues] };
}

export const cacheName = 'devchitchat';

/**
 * Increment it with every change of the schema: a cache of another version is deleted and fetched again. The outbox with
 * its files and the drafts exist only here and are migrated: they belong to their author, and only that user's sign-out deletes them.
 */
export const cacheVersion = 9;

/** Stores whose content can be fetched again. */
export const copies = ['rooms', 'messages', 'users', 'markMoves', keyValueStore] as const;
/** Stores whose content exists only here. */
export const originals = ['outbox', 'files', 'drafts'] as const;
