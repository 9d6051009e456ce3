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

/** The set of people in a direct room, including the one who opens it. Ignores order and duplicates. */
export const peopleOf = (by: UserId, others: readonly UserId[]): readonly UserId[] =>
  [...new Set([by, ...others])].sort();

/** The unique key of a direct room: the sorted ids of its people. */
export const keyOf = (people: readonly UserId[]): string => people.toSorted().join(' ');

export interface Opening {
  /** The direct room of exactly these people, if there is one. */
  readonly existing: RoomState;
  /** The direct room is not in the opener's list. */
  readonly hidden: boolean;
  readonly people: readonly UserId[];
  /** All of them have active accounts. */
  readonly known: boolean;
  /** The id for a new room. */
  readonly roomId: RoomId;
}

/**
 * Creates the direct room, or shows the existing one again. An existing one can be read even if the others' accounts
 * are deleted.
 */
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

/**
 * Hides the direct room from the person's list until its next message. `hidden` are the ones that are hidden already.
 */
export function hide(room: RoomState, hidden: readonly RoomId[], by: UserId): Reply<readonly Draft[]> {
  const member = memberOf(room, by);
  if (!member.ok) return member;
  const { roomId, kind, headSeq } = member.value.room;
  if (kind !== 'direct') return refused(reasons.directIsRoom);
  if (hidden.includes(roomId)) return accepted([]);
  if (hidden.length >= limits.hiddenDirects) {
    return refused(reasons.directsTooManyHidden, { max: limits.hiddenDirects });
  }
  return accepted([
    draft(messagingEvents.dmHidden, { scopeId: by, body: { roomId, seq: headSeq }, content: null, audience: [by] }),
  ]);
}

const shown = (roomId: RoomId, by: UserId): Draft =>
  draft(messagingEvents.dmShown, { scopeId: by, body: { roomId }, content: null, audience: [by] });
