import {
  accepted,
  limits,
  messagingEvents,
  messagingReasons as reasons,
  refused,
  type EventType,
  type Pin,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import { readersOf } from '../rooms/room';
import type { Change, MessageTarget } from './change';

/**
 * Adds the member's reaction; without an event if they already reacted with this emoji. Refuses deleted messages, more than
 * `limits.emojisPerMessage` different emoji, and more than `limits.reactionsPerMessage` reactions.
 */
export function react(target: MessageTarget, emoji: string): Change {
  const { message } = target;
  if (message.deleted) return refused(reasons.messageDeleted);
  if (hasReacted(target, emoji)) return accepted(null);
  const emojis = new Set(message.reactions.map((reaction) => reaction.emoji));
  if (!emojis.has(emoji) && emojis.size >= limits.emojisPerMessage) {
    return refused(reasons.messageEmojis, { max: limits.emojisPerMessage });
  }
  if (message.reactions.length >= limits.reactionsPerMessage) {
    return refused(reasons.messageReactions, { max: limits.reactionsPerMessage });
  }
  return accepted(about(target, messagingEvents.reactionAdded, { emoji }));
}

/** Removes the member's reaction; without an event if there is none. */
export function unreact(target: MessageTarget, emoji: string): Change {
  return accepted(hasReacted(target, emoji) ? about(target, messagingEvents.reactionRemoved, { emoji }) : null);
}

/**
 * Pins a message to its room; without an event if it is pinned. Refuses deleted messages and more than
 * `limits.pinsPerRoom` pins.
 *
 * @param pins the room's current pins
 */
export function pin(target: MessageTarget, pins: readonly Pin[]): Change {
  if (target.message.deleted) return refused(reasons.messageDeleted);
  if (isPinned(target, pins)) return accepted(null);
  if (pins.length >= limits.pinsPerRoom) {
    return refused(reasons.roomTooManyPins, { max: limits.pinsPerRoom });
  }
  return accepted(about(target, messagingEvents.messagePinned, {}));
}

/** Unpins a message; without an event if it is not pinned. */
export const unpin = (target: MessageTarget, pins: readonly Pin[]): Change =>
  accepted(isPinned(target, pins) ? about(target, messagingEvents.messageUnpinned, {}) : null);

const hasReacted = ({ message, userId }: MessageTarget, emoji: string): boolean =>
  message.reactions.some((reaction) => reaction.userId === userId && reaction.emoji === emoji);

const isPinned = ({ message }: MessageTarget, pins: readonly Pin[]): boolean =>
  pins.some(({ msgId }) => msgId === message.msgId);

const about = ({ room, message: { roomId, msgId, seq } }: MessageTarget, type: EventType, more: object): Draft =>
  draft(type, { scopeId: roomId, body: { roomId, msgId, seq, ...more }, content: null, ...readersOf(room, seq) });
