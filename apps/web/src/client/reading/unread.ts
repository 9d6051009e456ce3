import { mentionedHandles, type Member, type Message, type User, type UserId } from '@devchitchat/contracts';
import type { Timeline } from '../messages/fold';
import { indexOfSeq } from '../messages/stretch';

/** What waits in a room for who looks. */
export interface Unread {
  readonly messages: number;
  /** Those among them that mention oneself, or everybody. */
  readonly mentions: number;
}

export const nothingUnread: Unread = { messages: 0, mentions: 0 };

const handlesIn = new WeakMap<Message, ReadonlySet<string>>();

/** True where somebody else's message calls for this person. */
export function calls(message: Message, { userId, handle }: Pick<User, 'userId' | 'handle'>): boolean {
  if (message.text === null || message.userId === userId) return false;
  if (message.everyone) return true;
  const handles = handlesIn.get(message) ?? mentionedHandles(message.text);
  handlesIn.set(message, handles);
  return handles.has(handle.toLowerCase());
}

/**
 * What came after a read mark. Places are counted, and what is known to be deleted or one's own is not; of mentions in
 * messages that are not held, `told` is what the server said.
 */
export function unreadAfter(
  mark: number,
  { messages, headSeq }: Pick<Timeline, 'messages' | 'headSeq'>,
  told: readonly number[],
  me: Pick<User, 'userId' | 'handle'>,
): Unread {
  if (headSeq <= mark) return nothingUnread;
  const held = messages.slice(indexOfSeq(messages, mark + 1));
  const heldSeqs = new Set(held.map(({ seq }) => seq));
  const nothingNew = held.filter(({ deleted, userId }) => deleted !== null || userId === me.userId).length;
  const elsewhere = told.filter((seq) => seq > mark && !heldSeqs.has(seq)).length;
  return {
    messages: headSeq - mark - nothingNew,
    mentions: elsewhere + held.filter((message) => calls(message, me)).length,
  };
}

/** Who of the others has read a message, by their marks. */
export const readersOf = (members: readonly Member[], { userId, seq }: Message): readonly UserId[] =>
  members.filter((member) => member.userId !== userId && member.readSeq >= seq).map((member) => member.userId);

/** The last message of a person that is still there. */
export const lastOf = (messages: readonly Message[], userId: UserId | undefined): Message | undefined =>
  messages.findLast((message) => message.userId === userId && message.deleted === null);

/** The page's title: how much there is to read, and where one is. */
export const pageTitle = (unread: number, room: string | null): string =>
  [unread > 0 ? `(${unread > 99 ? '99+' : String(unread)})` : '', room ? `${room} ·` : '', 'devchitchat']
    .filter((part) => part !== '')
    .join(' ');
