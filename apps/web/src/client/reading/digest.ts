import type { Message, User, ValueOf, messagingCommands } from '@devchitchat/contracts';
import { indexOfSeq } from '../messages/stretch';
import { calls } from './unread';

/** What others said while one was away, in numbers. */
export type Digest = ValueOf<typeof messagingCommands.readDigest>;

/** Fewer messages than this are read sooner than summed up. */
export const worthSummingUp = 25;

/** The digest of what came after a mark, as the server would give it; `null` where not all of it is held. */
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
    mentions: others.filter((message) => calls(message, me)).length,
  };
}
