import {
  isEvent,
  messagingEvents,
  type AnyEvent,
  type Member,
  type Room,
  type RoomSnapshot,
} from '@devchitchat/contracts';
import { emptyTimeline, fold, withSnapshot, type Timeline } from '../timeline/fold';

/** A room one is in, as far as this browser has followed it. */
export interface HeldRoom {
  readonly room: Room;
  /** In the order in which they came. */
  readonly members: readonly Member[];
  /** The last event of the room's chain that is in here, and with it every one before. */
  readonly head: number;
  readonly timeline: Timeline;
  /** Events that came before the ones they follow. They wait here until those arrive. */
  readonly ahead: readonly AnyEvent[];
}

/** Events that may wait before they are dropped; the `sync` that is under way brings them anyway. */
const mostAhead = 1_000;

/** The room after an event. One that was seen already changes nothing; one whose predecessor is missing waits. */
export function receive(held: HeldRoom, event: AnyEvent): HeldRoom {
  if (event.eventId <= held.head) return held;
  if (event.prev > held.head) return { ...held, ahead: waiting(held.ahead, event) };
  return catchUp(apply(held, event));
}

/** The room after the events of a `sync`, all of them up to `head`. */
export function caughtUp(held: HeldRoom, events: readonly AnyEvent[], head: number): HeldRoom {
  const after = events.reduce((room, event) => (event.eventId <= room.head ? room : apply(room, event)), held);
  return catchUp({ ...after, head: Math.max(after.head, head) });
}

/** The room after a snapshot, which is older than what is held when it was long on its way. */
export function withRoomSnapshot(held: HeldRoom | undefined, snapshot: RoomSnapshot): HeldRoom {
  if (held && held.head >= snapshot.head) return held;
  return catchUp({
    room: snapshot.room,
    members: snapshot.members,
    head: snapshot.head,
    timeline: withSnapshot(held?.timeline ?? emptyTimeline, snapshot),
    ahead: held?.ahead ?? [],
  });
}

/** True when events of this room are known to be missing. */
export const hasGap = (held: HeldRoom): boolean => held.ahead.length > 0;

function apply(held: HeldRoom, event: AnyEvent): HeldRoom {
  return {
    ...held,
    head: event.eventId,
    members: foldMembers(held.members, event),
    timeline: fold(held.timeline, event),
  };
}

function foldMembers(members: readonly Member[], event: AnyEvent): readonly Member[] {
  if (isEvent(messagingEvents.memberJoined, event)) {
    const { userId, role } = event.body;
    return [...members.filter((member) => member.userId !== userId), { userId, role, joinedAt: event.ts }];
  }
  if (isEvent(messagingEvents.memberLeft, event)) {
    return members.filter((member) => member.userId !== event.body.userId);
  }
  if (isEvent(messagingEvents.memberRoleChanged, event)) {
    const { userId, role } = event.body;
    return members.map((member) => (member.userId === userId ? { ...member, role } : member));
  }
  return members;
}

function waiting(ahead: readonly AnyEvent[], event: AnyEvent): readonly AnyEvent[] {
  if (ahead.length >= mostAhead || ahead.some((other) => other.eventId === event.eventId)) return ahead;
  return [...ahead, event].sort((a, b) => a.eventId - b.eventId);
}

function catchUp(held: HeldRoom): HeldRoom {
  let room = held;
  for (const event of held.ahead) {
    if (event.eventId <= room.head) continue;
    if (event.prev > room.head) break;
    room = apply(room, event);
  }
  const ahead = room.ahead.filter((event) => event.eventId > room.head);
  return ahead.length === room.ahead.length ? room : { ...room, ahead };
}
