import type { Message } from '@devchitchat/contracts';
import { messagesKept } from '../cache/cached-rooms';
import type { CachedRoom, Revision } from '../cache/schema';
import { emptyTimeline } from '../messages/fold';
import { changed, type MessageChange } from '../messages/message-fold';
import { newestLines } from '../messages/lines';
import { newest } from '../messages/stretch';
import type { HeldRoom } from './held-room';

/** A room as the cache returns it: complete up to its head, without its messages. */
export const fromCache = ({ roomId, headSeq, lines = [], ...room }: CachedRoom): HeldRoom => ({
  ...room,
  timeline: { ...emptyTimeline, headSeq, lines },
  ahead: [],
});

export const toCache = ({ timeline, ahead, ...room }: HeldRoom): CachedRoom => ({
  ...room,
  roomId: room.room.roomId,
  headSeq: timeline.headSeq,
  lines: newestLines(timeline.lines),
});

/** The messages worth storing that were not held when the room was last stored. */
export function newlyHeld(before: HeldRoom | undefined, after: HeldRoom): readonly Message[] {
  const kept = new Set(before && newest(before.timeline.messages, messagesKept));
  return newest(after.timeline.messages, messagesKept).filter((message) => !kept.has(message));
}

/** The changes of stored messages that are not held. */
export function newRevisions(before: HeldRoom | undefined, after: HeldRoom): readonly Revision[] {
  const known = new Set<MessageChange>(before?.timeline.changes);
  return after.timeline.changes
    .filter((change) => !known.has(change))
    .map((change) => ({ seq: change.body.seq, revise: (message) => changed(message, change) }));
}
