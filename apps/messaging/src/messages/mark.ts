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
import type { Change, Standing } from './change';

/** Adds the member's reaction, once per emoji. */
export function react(standing: Standing, emoji: string): Change {
  const { message } = standing;
  if (message.deleted) return refused(reasons.messageDeleted);
  if (hasReacted(standing, emoji)) return accepted(null);
  const emojis = new Set(message.reactions.map((reaction) => reaction.emoji));
  if (!emojis.has(emoji) && emojis.size >= limits.emojisPerMessage) {
    return refused(reasons.messageEmojis, { most: limits.emojisPerMessage });
  }
  if (message.reactions.length >= limits.reactionsPerMessage) {
    return refused(reasons.messageReactions, { most: limits.reactionsPerMessage });
  }
  return accepted(about(standing, messagingEvents.reactionAdded, { emoji }));
}

export function unreact(standing: Standing, emoji: string): Change {
  return accepted(hasReacted(standing, emoji) ? about(standing, messagingEvents.reactionRemoved, { emoji }) : null);
}

/** Pins a message to its room. */
export function pin(standing: Standing, pins: readonly Pin[]): Change {
  if (standing.message.deleted) return refused(reasons.messageDeleted);
  if (isPinned(standing, pins)) return accepted(null);
  if (pins.length >= limits.pinsPerRoom) {
    return refused(reasons.roomTooManyPins, { most: limits.pinsPerRoom });
  }
  return accepted(about(standing, messagingEvents.messagePinned, {}));
}

export const unpin = (standing: Standing, pins: readonly Pin[]): Change =>
  accepted(isPinned(standing, pins) ? about(standing, messagingEvents.messageUnpinned, {}) : null);

const hasReacted = ({ message, userId }: Standing, emoji: string): boolean =>
  message.reactions.some((reaction) => reaction.userId === userId && reaction.emoji === emoji);

const isPinned = ({ message }: Standing, pins: readonly Pin[]): boolean =>
  pins.some(({ msgId }) => msgId === message.msgId);

const about = ({ room, message: { roomId, msgId, seq } }: Standing, type: EventType, more: object): Draft =>
  draft(type, { scopeId: roomId, body: { roomId, msgId, seq, ...more }, content: null, ...readersOf(room, seq) });
