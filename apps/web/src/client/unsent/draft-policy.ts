import type { ClientMsgId, Message, MsgId, RoomId, UserId } from '@devchitchat/contracts';

/** Something that was begun and not sent: a new message, or another text for one that was sent. */
export interface Draft {
  /** Who wrote it. Others who use this browser do not see it. */
  readonly userId: UserId;
  readonly roomId: RoomId;
  /** The message that gets another text, as its author saw it; `null` for a new message. */
  readonly edits: { readonly msgId: MsgId; readonly seq: number; readonly revision: number } | null;
  readonly text: string;
  /**
   * With which the text is sent as a message. Another text has another one, so where several tabs send the same draft it is
   * one message, and where they hold different texts each is sent. Nothing in one that nobody typed.
   */
  readonly clientMsgId?: ClientMsgId;
  /** The place of the message that it answers. */
  readonly replyTo: number | null;
  /** An edit that the composer shows, before what else was begun in the room. */
  readonly isOpen: boolean;
  /** Somebody typed. An edit that was only opened is no loss. */
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

export const editOf = (userId: UserId, { roomId, msgId, seq, revision, text }: Message): Draft => ({
  ...nothingBegun(userId, roomId),
  edits: { msgId, seq, revision },
  text: text ?? '',
});

/** An edit stays until it is saved or given up, even where its text is empty by now. */
export const isWorthKeeping = ({ edits, text, replyTo, isOpen, isTouched }: Draft): boolean =>
  edits ? isOpen || isTouched : text !== '' || replyTo !== null;

/** There is something in it that somebody would miss. */
export const holdsWords = ({ edits, text, isTouched }: Draft): boolean => text.trim() !== '' && (!edits || isTouched);

/** `undefined` stands for no draft. */
export const sameWords = (one: Draft | undefined, other: Draft | undefined): boolean =>
  one?.text === other?.text && (one?.replyTo ?? null) === (other?.replyTo ?? null);
