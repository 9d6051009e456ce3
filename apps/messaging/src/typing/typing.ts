import { accepted, type Reply, type UserId } from '@devchitchat/contracts';
import { maySpeak } from '../moderation/may-speak';
import { placeIn } from '../rooms/access';
import { membersOf, type RoomState } from '../rooms/room';

/** Who learns at this time that somebody writes in a room: everybody in it but they themselves, on whatever device. */
export function typingIn(state: RoomState, userId: UserId, now: number): Reply<readonly UserId[]> {
  const place = placeIn(state, userId);
  if (!place.ok) return place;
  const { room } = place.value;
  const may = maySpeak(room, userId, now);
  return may.ok ? accepted(membersOf(room).filter((member) => member !== userId)) : may;
}
