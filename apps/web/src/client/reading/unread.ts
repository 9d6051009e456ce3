import type { Member, Message, User, UserId } from '@devchitchat/contracts';
import type { Timeline } from '../messages/fold';
import { indexOfSeq } from '../messages/stretch';
import type { MentionTest } from './quick-mention-test';

/** Unread messages of a room for the signed-in user. */
export interface Unread {
  readonly messages: number;
  /** The number of them that mention the user or everyone. */
  readonly mentions: number;
}

export const nothingUnread: Unread = { messages: 0, mentions: 0 };

/** Whether another user's message mentions this one, directly or by @everyone. */
export function mentionsUser(
  { text, userId: author, everyone }: Message,
  { userId, handle }: Pick<User, 'userId' | 'handle'>,
  mentions: MentionTest,
): boolean {
  return text !== null && author !== userId && (everyone || mentions(text, handle));
}

/**
 * The unread messages after a read mark. Counts every `seq`, except messages known to be deleted or the user's own; for
 * messages that are not held, `told` lists the mentions that the server reported.
 */
export function unreadAfter(
  mark: number,
  { messages, headSeq }: Pick<Timeline, 'messages' | 'headSeq'>,
  told: readonly number[],
  me: Pick<User, 'userId' | 'handle'>,
  mentions: MentionTest,
): Unread {
  if (headSeq <= mark) return nothingUnread;
  const held = messages.slice(indexOfSeq(messages, mark + 1));
  const heldSeqs = new Set(held.map(({ seq }) => seq));
  const nothingNew = held.filter(({ deleted, userId }) => deleted !== null || userId === me.userId).length;
  const elsewhere = told.filter((seq) => seq > mark && !heldSeqs.has(seq)).length;
  return {
    messages: headSeq - mark - nothingNew,
    mentions: elsewhere + held.filter((message) => mentionsUser(message, me, mentions)).length,
  };
}

/** The members, except the author, whose read marks have reached a message. */
export const readersOf = (members: readonly Member[], { userId, seq }: Message): readonly UserId[] =>
  members.filter((member) => member.userId !== userId && member.readSeq >= seq).map((member) => member.userId);

/** The last message of a user that was not deleted. */
export const lastOf = (messages: readonly Message[], userId: UserId | undefined): Message | undefined =>
  messages.findLast((message) => message.userId === userId && message.deleted === null);

/** The page's title: the number of unread messages and the current room. */
export const pageTitle = (unread: number, room: string | null): string =>
  [unread > 0 ? `(${unread > 99 ? '99+' : String(unread)})` : '', room ? `${room} ·` : '', 'devchitchat']
    .filter((part) => part !== '')
    .join(' ');
