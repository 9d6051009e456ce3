import type { Reaction, UserId } from '@devchitchat/contracts';
import type { OutboxEntry } from '../../client/unsent/outbox-policy';

/** One emoji on a message. */
export interface ReactionGroup {
  readonly emoji: string;
  /** In the order in which they reacted. */
  readonly userIds: readonly UserId[];
  readonly isMine: boolean;
}

/** A message's reactions by emoji, the earliest emoji first. Includes the user's own unsent changes. */
export function reactionGroups(
  reactions: readonly Reaction[],
  unsent: readonly OutboxEntry[],
  me: UserId | undefined,
): readonly ReactionGroup[] {
  const groups = new Map<string, UserId[]>();
  for (const { emoji, userId } of reactions) groups.set(emoji, [...(groups.get(emoji) ?? []), userId]);
  for (const entry of unsent) {
    if (entry.kind !== 'react' || entry.state !== 'pending') continue;
    const { emoji, userId, on } = entry;
    const others = (groups.get(emoji) ?? []).filter((other) => other !== userId);
    groups.set(emoji, on ? [...others, userId] : others);
  }
  return [...groups]
    .filter(([, userIds]) => userIds.length > 0)
    .map(([emoji, userIds]) => ({ emoji, userIds, isMine: me !== undefined && userIds.includes(me) }));
}
