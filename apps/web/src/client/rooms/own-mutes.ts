import { computed, inject, type Signal } from '@angular/core';
import type { Mute, RoomId, UserId } from '@devchitchat/contracts';
import { Session } from '../session/session';
import type { HeldRoom } from './held-room';
import { mutedNow } from './muted-now';
import { Rooms } from './rooms';

/** A user's mute in a room, also one that has expired. */
export const muteOf = (held: Pick<HeldRoom, 'mutes'> | undefined, userId: UserId | undefined): Mute | undefined =>
  held?.mutes.find((mute) => mute.userId === userId);

/** The signed-in user's mutes by room that have not expired; updates when one does. Call it in a field initialiser. */
export function injectOwnMutes(): Signal<ReadonlyMap<RoomId, Mute>> {
  const [rooms, session] = [inject(Rooms), inject(Session)];
  const mutes = computed(() => {
    const me = session.me()?.userId;
    return [...rooms.held().values()].flatMap((held) => {
      const mute = muteOf(held, me);
      return mute ? [{ ...mute, roomId: held.room.roomId }] : [];
    });
  });
  const current = mutedNow(mutes);
  return computed(() => new Map(current().map((mute) => [mute.roomId, mute])), {
    equal: (a, b) => a.size === b.size && [...a].every(([roomId, { until }]) => b.get(roomId)?.until === until),
  });
}
