import { isEvent, messagingEvents, type AnyEvent } from '@devchitchat/contracts';
import type { Own } from '../cache/schema';
import type { HeldRoom } from '../rooms/held-room';

export const nothingOwn: Own = { head: 0, hidden: new Map() };

/** Whether events of the user's own chain are known to be missing before this one. */
export const skips = (own: Own, event: AnyEvent): boolean => event.prev > own.head;

/** Applies an event of the user's own chain. An event that was applied before changes nothing. */
export function foldOwn(own: Own, event: AnyEvent): Own {
  if (event.eventId <= own.head) return own;
  const hidden = new Map(own.hidden);
  if (isEvent(messagingEvents.dmHidden, event)) hidden.set(event.body.roomId, event.body.seq);
  if (isEvent(messagingEvents.dmShown, event)) hidden.delete(event.body.roomId);
  return { head: event.eventId, hidden };
}

/** Whether a conversation is listed: a new message lists a hidden one again. */
export const isListed = ({ room, timeline }: HeldRoom, { hidden }: Own): boolean =>
  (hidden.get(room.roomId) ?? -1) < timeline.headSeq;
