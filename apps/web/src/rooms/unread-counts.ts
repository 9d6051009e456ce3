import type { RoomId } from '@devchitchat/contracts';
import type { HeldRoom } from './held-room';

/** How many messages came after the last one seen, for each room with any. A room never looked at counts none. */
export function unreadCounts(
  rooms: ReadonlyMap<RoomId, HeldRoom>,
  seen: ReadonlyMap<RoomId, number>,
): ReadonlyMap<RoomId, number> {
  const counts = new Map<RoomId, number>();
  for (const [roomId, { timeline }] of rooms) {
    const count = timeline.headSeq - (seen.get(roomId) ?? timeline.headSeq);
    if (count > 0) counts.set(roomId, count);
  }
  return counts;
}

/** The page's title: how much there is to read, and where one is. */
export const pageTitle = (unread: number, room: string | null): string =>
  [unread > 0 ? `(${unread > 99 ? '99+' : String(unread)})` : '', room ? `${room} ·` : '', 'devchitchat']
    .filter((part) => part !== '')
    .join(' ');
