import {
  accepted,
  changedSettings,
  commonReasons,
  messagingEvents,
  messagingReasons as reasons,
  refused,
  type Reply,
  type UserId,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import type { People } from '../people/people';
import { noSuchRoom } from './access';
import { membersOf, type RoomState } from './room';

/**
 * Makes a room one for everybody, or ends that. The admin need not be a member. The lobby is for everybody in any case.
 */
export function markedForEverybody(
  room: RoomState,
  forEverybody: boolean,
  by: UserId,
  people: People,
): Reply<readonly Draft[]> {
  if (!people.isAdmin(by)) return refused(commonReasons.adminRequired);
  if (!room || room.deleted || room.hidden || (room.kind !== 'public' && !room.members.has(by))) return noSuchRoom();
  if (room.kind !== 'public') return refused(reasons.roomPublicOnly);
  const { roomId } = room;
  const changes = room.lobby ? null : changedSettings(room, { forEverybody });
  if (!changes) return accepted([]);
  const audience = membersOf(room);
  const body = { roomId, ...changes };
  return accepted([draft(messagingEvents.roomSettingsChanged, { scopeId: roomId, body, content: null, audience })]);
}
