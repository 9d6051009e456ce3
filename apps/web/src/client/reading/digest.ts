import type { Message, User, ValueOf, messagingCommands } from '@devchitchat/contracts';
import { indexOfSeq } from '../messages/stretch';
import { mentionsPerson } from './exact-mention-test';
import { mentionsUser } from './unread';

/** A summary of the messages that others wrote while the user was away. */
export type Digest = ValueOf<typeof messagingCommands.readDigest>;

/** With fewer messages than this, reading is quicker than a summary. */
export const worthSummingUp = 25;

/** The digest after a mark, equal to the server's; `null` unless all messages are held. */
export function digestOf(
  messages: readonly Message[],
  mark: number,
  headSeq: number,
  me: Pick<User, 'userId' | 'handle'>,
): Digest | null {
  const held = messages.slice(indexOfSeq(messages, mark + 1));
  if (held.length !== headSeq - mark) return null;
  const others = held.filter((message) => message.userId !== me.userId && message.deleted === null);
  return {
    messages: others.length,
    people: new Set(others.map(({ userId }) => userId)).size,
    mentions: others.filter((message) => mentionsUser(message, me, mentionsPerson)).length,
  };
}
