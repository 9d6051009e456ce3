import type { Message } from '@devchitchat/contracts';
import { messagesKept } from '../cache/cache';
import type { CachedRoom } from '../cache/schema';
import { newest } from '../timeline/stretch';
import type { HeldRoom } from './held-room';

/** A room as the cache gives it back: complete up to its head, its messages not yet laid in. */
export const fromCache = ({ room, members, head, headSeq }: CachedRoom): HeldRoom => ({
  room,
  members,
  head,
  timeline: { messages: [], headSeq },
  ahead: [],
});

export const toCache = ({ room, members, head, timeline }: HeldRoom): CachedRoom => ({
  roomId: room.roomId,
  room,
  members,
  head,
  headSeq: timeline.headSeq,
});

/** The messages worth keeping that were not there when the room was kept last. */
export function newlyHeld(before: HeldRoom | undefined, after: HeldRoom): readonly Message[] {
  const kept = new Set(before && newest(before.timeline.messages, messagesKept));
  return newest(after.timeline.messages, messagesKept).filter((message) => !kept.has(message));
}
