import {
  departureOf,
  isEvent,
  messagingEvents,
  settingsAfter,
  takenBackBy,
  type AnyEvent,
  type Ban,
  type Member,
  type Mute,
  type PeopleCursor,
  type Pin,
  type ReadMark,
  type Room,
  type RoomSnapshot,
  type UserId,
} from '@devchitchat/contracts';
import { emptyTimeline, fold, withSnapshot, type Timeline } from '../messages/fold';

/** One of the user's rooms, as far as this browser has followed it. */
export interface HeldRoom {
  readonly room: Room;
  /** In the order in which they joined. */
  readonly members: readonly Member[];
  /** Banned users, the earliest ban first. */
  readonly bans: readonly Ban[];
  /** Muted members, the earliest mute first. Some mutes may have expired. */
  readonly mutes: readonly Mute[];
  /** The position after which members are missing here; `null` when all are held. */
  readonly peopleAfter: PeopleCursor | null;
  /** In the order in which they were pinned. */
  readonly pins: readonly Pin[];
  /** The last included event of the room's chain; every earlier one is included too. */
  readonly head: number;
  /** The event that sent the room's last message, 0 before the first. The sort key of conversations. */
  readonly lastSent: number;
  readonly timeline: Timeline;
  /** Events that arrived before their predecessors, and wait for them. */
  readonly ahead: readonly AnyEvent[];
}

/** Limit of waiting events; dropped ones arrive with the pending `sync`. */
const maxAhead = 1_000;

/** The room after an event. A known event changes nothing; one whose predecessor is missing waits. */
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

/** The room after a snapshot, which may be older than the held state if it was delayed. */
export function withRoomSnapshot(held: HeldRoom | undefined, snapshot: RoomSnapshot): HeldRoom {
  if (held && held.head >= snapshot.head) return held;
  return catchUp({
    room: snapshot.room,
    members: snapshot.members,
    bans: snapshot.bans,
    mutes: snapshot.mutes,
    peopleAfter: snapshot.peopleAfter,
    pins: snapshot.pins,
    head: snapshot.head,
    lastSent: Math.max(held?.lastSent ?? 0, snapshot.messages.at(-1)?.eventId ?? 0),
    timeline: withSnapshot(held?.timeline ?? emptyTimeline, snapshot),
    ahead: held?.ahead ?? [],
  });
}

/** A part of a room's members, as of an event. */
export type MorePeople = Pick<RoomSnapshot, 'members' | 'bans' | 'mutes' | 'peopleAfter' | 'head'>;

/**
 * The room with members that were missing. A part older than the room may include members who left since: it changes
 * nothing, and the client requests it again.
 */
export function withMorePeople(held: HeldRoom, more: MorePeople): HeldRoom {
  if (held.head > more.head) return held;
  return {
    ...held,
    members: [...without(held.members, more.members), ...more.members],
    bans: [...without(held.bans, more.bans), ...more.bans],
    mutes: [...without(held.mutes, more.mutes), ...more.mutes],
    peopleAfter: more.peopleAfter,
  };
}

function without<Item extends { readonly userId: UserId }>(items: readonly Item[], others: readonly Item[]): Item[] {
  const ids = new Set(others.map(({ userId }) => userId));
  return items.filter(({ userId }) => !ids.has(userId));
}

/** The room after read marks of its members moved. */
export function withMarks(held: HeldRoom, marks: readonly ReadMark[]): HeldRoom {
  const moved = new Map(marks.map(({ userId, seq }) => [userId, seq]));
  const isNews = held.members.some(({ userId, readSeq }) => (moved.get(userId) ?? readSeq) !== readSeq);
  if (!isNews) return held;
  return {
    ...held,
    members: held.members.map((member) => ({ ...member, readSeq: moved.get(member.userId) ?? member.readSeq })),
  };
}

/** Whether events of this room are known to be missing. */
export const hasGap = (held: HeldRoom): boolean => held.ahead.length > 0;

function apply(held: HeldRoom, event: AnyEvent): HeldRoom {
  return {
    ...held,
    head: event.eventId,
    lastSent: isEvent(messagingEvents.messageSent, event) ? event.eventId : held.lastSent,
    room: foldRoom(held.room, event),
    members: foldMembers(held.members, event),
    bans: foldBans(held.bans, event),
    mutes: foldMutes(held.mutes, event),
    pins: foldPins(held.pins, event),
    timeline: fold(held.timeline, event),
  };
}

function foldRoom(room: Room, event: AnyEvent): Room {
  if (isEvent(messagingEvents.roomSettingsChanged, event)) return { ...room, ...settingsAfter(room, event.body) };
  if (!isEvent(messagingEvents.roomUpdated, event)) return room;
  return { ...room, ...(event.content ?? { name: '', topic: '' }) };
}

function foldMembers(members: readonly Member[], event: AnyEvent): readonly Member[] {
  if (isEvent(messagingEvents.memberJoined, event)) {
    const { userId, role, historyStart = 1, headSeq: readSeq = 0 } = event.body;
    const member = { userId, role, joinedAt: event.ts, historyStart, readSeq };
    return [...members.filter((other) => other.userId !== userId), member];
  }
  if (isEvent(messagingEvents.memberRoleChanged, event)) {
    const { userId, role } = event.body;
    return members.map((member) => (member.userId === userId ? { ...member, role } : member));
  }
  const gone = departureOf(event);
  return gone ? members.filter((member) => member.userId !== gone.userId) : members;
}

function foldBans(bans: readonly Ban[], event: AnyEvent): readonly Ban[] {
  if (isEvent(messagingEvents.memberBanned, event) && event.actorUserId) {
    const ban = { userId: event.body.userId, by: event.actorUserId, ts: event.ts };
    return [...bans, { ...ban, reason: event.content?.reason ?? null }];
  }
  if (isEvent(messagingEvents.memberUnbanned, event)) return bans.filter(({ userId }) => userId !== event.body.userId);
  return withoutErased(bans, event);
}

function foldMutes(mutes: readonly Mute[], event: AnyEvent): readonly Mute[] {
  if (isEvent(messagingEvents.memberMuted, event) && event.actorUserId) {
    const { userId, until } = event.body;
    const mute = { userId, until, by: event.actorUserId, ts: event.ts, reason: event.content?.reason ?? null };
    return [...mutes.filter((other) => other.userId !== userId), mute];
  }
  if (!isEvent(messagingEvents.memberUnmuted, event)) return withoutErased(mutes, event);
  return mutes.filter(({ userId }) => userId !== event.body.userId);
}

/** The acts without the reasons that were erased with their author's texts. */
function withoutErased<Act extends Ban>(acts: readonly Act[], event: AnyEvent): readonly Act[] {
  if (!isEvent(messagingEvents.wordsErased, event)) return acts;
  const isErased = ({ by, reason }: Act): boolean => by === event.body.userId && reason !== null;
  return acts.some(isErased) ? acts.map((act) => (isErased(act) ? { ...act, reason: null } : act)) : acts;
}

function foldPins(pins: readonly Pin[], event: AnyEvent): readonly Pin[] {
  if (isEvent(messagingEvents.messagePinned, event) && event.actorUserId) {
    const { msgId, seq } = event.body;
    return [...pins, { msgId, seq, by: event.actorUserId, ts: event.ts }];
  }
  const off = isEvent(messagingEvents.messageUnpinned, event) ? [event.body] : takenBackBy(event);
  const isOff = (pin: Pin): boolean => off.some(({ seq }) => seq === pin.seq);
  return pins.some(isOff) ? pins.filter((pin) => !isOff(pin)) : pins;
}

function waiting(ahead: readonly AnyEvent[], event: AnyEvent): readonly AnyEvent[] {
  if (ahead.length >= maxAhead || ahead.some((other) => other.eventId === event.eventId)) return ahead;
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
