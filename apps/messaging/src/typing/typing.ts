import { accepted, type Reply, type UserId } from '@devchitchat/contracts';
import { maySpeak } from '../moderation/may-speak';
import { memberOf } from '../rooms/access';
import { membersOf, type RoomState } from '../rooms/room';

/** The audience of a typing notice at this time: everyone in the room except the person who types. */
export function typingIn(state: RoomState, userId: UserId, now: number): Reply<readonly UserId[]> {
  const member = memberOf(state, userId);
  if (!member.ok) return member;
  const { room } = member.value;
  const may = maySpeak(room, userId, now);
  return may.ok ? accepted(membersOf(room).filter((other) => other !== userId)) : may;
}
