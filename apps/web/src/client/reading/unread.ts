import { messagingEvents, type Member, type Message, type User, type UserId } from '@devchitchat/contracts';
import type { Timeline } from '../messages/fold';
import type { Told } from '../messages/told';
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
 * The unread messages after a read mark. Counts every `seq`, except messages known to be deleted or the user's own: by
 * the messages that are held, the deletions of others, and what the server `told`.
 */
export function unreadAfter(
  mark: number,
  { messages, headSeq, changes = [] }: Pick<Timeline, 'messages' | 'headSeq'> & Partial<Pick<Timeline, 'changes'>>,
  told: Told,
  me: Pick<User, 'userId' | 'handle'>,
  mentions: MentionTest,
): Unread {
  if (headSeq <= mark) return nothingUnread;
  const held = messages.slice(indexOfSeq(messages, mark + 1), indexOfSeq(messages, headSeq + 1));
  const heldSeqs = new Set(held.map(({ seq }) => seq));
  const isElsewhere = (seq: number): boolean => seq > mark && seq <= headSeq && !heldSeqs.has(seq);
  const deletions = changes.filter(({ type }) => type === messagingEvents.messageDeleted.type);
  const quietElsewhere = new Set([...told.quiet, ...deletions.map(({ body }) => body.seq)].filter(isElsewhere));
  const quietHere = held.filter(({ deleted, userId }) => deleted !== null || userId === me.userId).length;
  const mentionedElsewhere = told.mentions.filter((seq) => isElsewhere(seq) && !quietElsewhere.has(seq)).length;
  return {
    messages: headSeq - mark - quietHere - quietElsewhere.size,
    mentions: mentionedElsewhere + held.filter((message) => mentionsUser(message, me, mentions)).length,
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
