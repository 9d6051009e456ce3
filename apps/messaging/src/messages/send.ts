import {
  accepted,
  mayMentionEveryone,
  messagingEvents,
  messagingReasons as reasons,
  refused,
  type FileId,
  type InputOf,
  type Message,
  type messagingCommands,
  type MsgId,
  type Reply,
  type UserId,
} from '@devchitchat/contracts';
import { mentionsIn } from '@devchitchat/message-text';
import { draft, type Draft } from '@devchitchat/service-kit';
import { attach, type NamedFile } from '../files/attach';
import type { StoredFile } from '../files/stored-file';
import { maySpeak } from '../moderation/may-speak';
import { maySendNow, slowModeMs } from '../moderation/slow-mode';
import type { People } from '../people/people';
import { actingMemberIn, type ActingMember } from '../rooms/access';
import { hasReader, noReader } from '../rooms/reader';
import { membersOf, type RoomState } from '../rooms/room';

export type SendCommand = InputOf<typeof messagingCommands.msgSend>;

/** The message that this sender sent to this room under the same `clientMsgId`. */
export interface EarlierSend {
  /** As it is now, with edits and reactions. */
  readonly message: Message;
  /** The text before any edit; `null` once erased. */
  readonly sentText: string | null;
}

export type Sending =
  | { readonly type: 'sent before'; readonly message: Message }
  | { readonly type: 'new'; readonly draft: Draft<typeof messagingEvents.messageSent> };

/** Everything the decision needs beyond the room. */
export interface SendFacts {
  readonly by: UserId;
  readonly isBot: boolean;
  readonly now: number;
  /** The id for the message. */
  readonly msgId: MsgId;
  readonly earlier: EarlierSend | undefined;
  /** When the sender last sent a message in the room, if that was after `since`. Called only if slow mode applies. */
  readonly lastSentAt: (since: number) => number | undefined;
  /** The stored file with this id. Called only for the files of a new message. */
  readonly uploadOf: (fileId: FileId) => StoredFile | undefined;
  readonly people: People;
}

/**
 * Accepts a message, or finds that it was accepted before: a retry gets the stored message, whatever has happened to the
 * sender since. Refuses in this order: not a member, another text or other files under the same id, no such message to
 * answer, muted, slow mode, no one left to read it, a file that the sender did not upload for it.
 */
export function send(state: RoomState, command: SendCommand, facts: SendFacts): Reply<Sending> {
  const { clientMsgId, text, replyTo, files: named = [] } = command;
  const { by, now, msgId, earlier, people, uploadOf } = facts;
  const member = actingMemberIn(state, by, people);
  if (!member.ok) return member;
  const { room, historyStart } = member.value;
  if (earlier) return sentBefore(earlier, command, historyStart);
  if (replyTo !== undefined && (replyTo > room.headSeq || replyTo < historyStart)) {
    return refused(reasons.messageReplyTarget);
  }
  const may = maySpeak(room, by, now);
  if (!may.ok) return may;
  const soon = mayFollow(member.value, facts);
  if (!soon.ok) return soon;
  if (!hasReader(room, by, (other) => people.isActive(other))) return noReader();
  const files = attach(named, { by, roomId: room.roomId, now, uploadOf });
  if (!files.ok) return files;
  return accepted({
    type: 'new',
    draft: draft(messagingEvents.messageSent, {
      scopeId: room.roomId,
      body: {
        roomId: room.roomId,
        msgId,
        seq: room.headSeq + 1,
        clientMsgId,
        ...(replyTo && { replyTo }),
        ...everyoneMark(text, member.value),
      },
      content: { text, ...(files.value.length > 0 && { files: files.value }) },
      audience: membersOf(room),
    }),
  });
}

/** Whether slow mode lets the sender send another message now. */
function mayFollow(member: ActingMember, { isBot, now, lastSentAt }: SendFacts): Reply<object> {
  const speaker = { ...member, isBot };
  const between = slowModeMs(speaker);
  return between === 0 ? accepted({}) : maySendNow(speaker, lastSentAt(now - between), now);
}

/** Whether a text mentions everyone. Decided again for every edit. */
export const everyoneMark = (text: string, member: ActingMember): { readonly everyone?: true } =>
  mayMentionEveryone(member.room, member.role) && mentionsIn(text).everyone ? { everyone: true } : {};

function sentBefore({ message, sentText }: EarlierSend, again: SendCommand, historyStart: number): Reply<Sending> {
  // Erased content cannot be compared: the id alone identifies the retry.
  const isSame = sentText === null || (sentText === again.text && hasTheSame(message.files, again.files));
  if (!isSame) return refused(reasons.messageIdReused);
  const isVisible = message.seq >= historyStart;
  return accepted({ type: 'sent before', message: isVisible ? message : asSent(message, sentText) });
}

const hasTheSame = (files: readonly NamedFile[] = [], named: readonly NamedFile[] = []): boolean =>
  files.length === named.length && files.every(({ fileId }, at) => fileId === named[at]?.fileId);

/**
 * For senders who left the room and may no longer see this part of its history: without what others did to the message.
 * Its files are those that were sent, because nothing changes them.
 */
const asSent = (message: Message, sentText: string | null): Message => ({
  ...message,
  text: sentText,
  reactions: [],
  revision: 0,
  editedAt: null,
  deleted: null,
  lastEventId: message.eventId,
});
