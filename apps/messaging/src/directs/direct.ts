import {
  accepted,
  limits,
  messagingEvents,
  messagingReasons as reasons,
  refused,
  type Reply,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';
import { memberOf } from '../rooms/access';
import type { RoomState } from '../rooms/room';

/** Whom a conversation is of, however often and in whichever order they are named. */
export const peopleOf = (by: UserId, others: readonly UserId[]): readonly UserId[] =>
  [...new Set([by, ...others])].sort();

/** What only one conversation can have: it names all of its people. */
export const keyOf = (people: readonly UserId[]): string => people.toSorted().join(' ');

export interface Opening {
  /** The conversation that these people have. */
  readonly existing: RoomState;
  /** It is not in the list of the one who opens it. */
  readonly hidden: boolean;
  readonly people: readonly UserId[];
  /** All of them are people of this server whose accounts are open. */
  readonly known: boolean;
  /** The room's id, where it is a new one. */
  readonly roomId: RoomId;
}

/** The conversation is there after this. What was said can be read again also when the others are not here any more. */
export function open({ existing, hidden, people, known, roomId }: Opening, by: UserId): Reply<readonly Draft[]> {
  if (existing) return accepted(hidden ? [shown(existing.roomId, by)] : []);
  if (!known) return refused(reasons.directPersonGone);
  return accepted([
    draft(messagingEvents.roomCreated, {
      scopeId: roomId,
      body: { roomId, kind: 'direct', createdBy: by, people: [...people] },
      content: null,
      audience: people,
    }),
    ...people.map((userId) =>
      draft(messagingEvents.memberJoined, {
        scopeId: roomId,
        body: { roomId, userId, role: 'member', by: 'founding' },
        content: null,
        audience: people,
      }),
    ),
  ]);
}

/** Out of one's own list, until more is said than there is now. `hidden` are those that are out of it already. */
export function hide(room: RoomState, hidden: readonly RoomId[], by: UserId): Reply<readonly Draft[]> {
  const member = memberOf(room, by);
  if (!member.ok) return member;
  const { roomId, kind, headSeq } = member.value.room;
  if (kind !== 'direct') return refused(reasons.directIsRoom);
  if (hidden.includes(roomId)) return accepted([]);
  if (hidden.length >= limits.hiddenDirects) {
    return refused(reasons.directsTooManyHidden, { most: limits.hiddenDirects });
  }
  return accepted([
    draft(messagingEvents.dmHidden, { scopeId: by, body: { roomId, seq: headSeq }, content: null, audience: [by] }),
  ]);
}

const shown = (roomId: RoomId, by: UserId): Draft =>
  draft(messagingEvents.dmShown, { scopeId: by, body: { roomId }, content: null, audience: [by] });
