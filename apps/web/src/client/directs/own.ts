import { isEvent, messagingEvents, type AnyEvent } from '@devchitchat/contracts';
import type { Own } from '../cache/schema';
import type { HeldRoom } from '../rooms/held-room';

export const nothingOwn: Own = { head: 0, hidden: new Map() };

/** Whether events of one's own are known to be missing before this one. */
export const skips = (own: Own, event: AnyEvent): boolean => event.prev > own.head;

/** After an event of one's own chain. One that was seen already changes nothing. */
export function foldOwn(own: Own, event: AnyEvent): Own {
  if (event.eventId <= own.head) return own;
  const hidden = new Map(own.hidden);
  if (isEvent(messagingEvents.dmHidden, event)) hidden.set(event.body.roomId, event.body.seq);
  if (isEvent(messagingEvents.dmShown, event)) hidden.delete(event.body.roomId);
  return { head: event.eventId, hidden };
}

/** Whether a conversation is in one's list: what is said in a hidden one brings it back. */
export const isListed = ({ room, timeline }: HeldRoom, { hidden }: Own): boolean =>
  (hidden.get(room.roomId) ?? -1) < timeline.headSeq;
