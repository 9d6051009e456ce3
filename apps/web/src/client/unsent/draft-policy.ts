import type { ClientMsgId, Message, MsgId, RoomId, UserId } from '@devchitchat/contracts';

/** An unsent text: a new message, or an edit of a sent one. */
export interface Draft {
  /** The author. Other users of this browser do not see the draft. */
  readonly userId: UserId;
  readonly roomId: RoomId;
  /** The edited message, as its author saw it; `null` for a new message. */
  readonly edits: { readonly msgId: MsgId; readonly revision: number } | null;
  readonly text: string;
  /**
   * The id with which the text will be sent. Another text gets another id, so several tabs with the same draft send one
   * message, and tabs with different texts send one each. Absent while the user typed nothing.
   */
  readonly clientMsgId?: ClientMsgId;
  /** The `seq` of the message that it replies to. */
  readonly replyTo: number | null;
  /** An edit that the composer shows instead of the room's other drafts. */
  readonly isOpen: boolean;
  /** The user typed. An edit that was only opened can be dropped. */
  readonly isTouched: boolean;
}

export const draftKey = ({ userId, roomId, edits }: Pick<Draft, 'userId' | 'roomId' | 'edits'>): string =>
  [userId, roomId, ...(edits ? [edits.msgId] : [])].join(' ');

export const nothingBegun = (userId: UserId, roomId: RoomId): Draft => ({
  userId,
  roomId,
  edits: null,
  text: '',
  replyTo: null,
  isOpen: false,
  isTouched: false,
});

export const editOf = (
  userId: UserId,
  { roomId, msgId, revision, text }: Pick<Message, 'roomId' | 'msgId' | 'revision' | 'text'>,
): Draft => ({
  ...nothingBegun(userId, roomId),
  edits: { msgId, revision },
  text: text ?? '',
});

/** An edit stays until it is saved or discarded, even if its text is empty. */
export const isWorthKeeping = ({ edits, text, replyTo, isOpen, isTouched }: Draft): boolean =>
  edits ? isOpen || isTouched : text !== '' || replyTo !== null;

/** Whether it contains text that its author would miss. */
export const hasText = ({ edits, text, isTouched }: Draft): boolean => text.trim() !== '' && (!edits || isTouched);

/** `undefined` means no draft. */
export const sameText = (one: Draft | undefined, other: Draft | undefined): boolean =>
  one?.text === other?.text && (one?.replyTo ?? null) === (other?.replyTo ?? null);
