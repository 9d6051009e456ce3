import { isEvent, type AnyEvent, type BodyOf, type EventType } from '../grammar/event';
import type { ClientMsgId, InviteId, MsgId, RoomId, UserId } from '../grammar/ids';
import {
  mentionsEveryone,
  messagingEvents,
  type Member,
  type Message,
  type Room,
  type RoomSettings,
  type RoomSnapshot,
  usualSettings,
} from '../messaging';

export const ada = 'u_aaaaaaaaaaaaaaaa' as UserId;
export const bob = 'u_bbbbbbbbbbbbbbbb' as UserId;
export const cyd = 'u_cccccccccccccccc' as UserId;
const dan = 'u_dddddddddddddddd' as UserId;
export const lobby = 'r_7k2m9q4t1x8z3v6w' as RoomId;

const room: Room = {
  roomId: lobby,
  kind: 'public',
  name: 'lobby',
  topic: '',
  ...usualSettings,
  createdBy: null,
  createdAt: 1_000,
};
const inviteId = 'i_7k2m9q4t1x8z3v6w' as InviteId;

type ImportedFrom = NonNullable<BodyOf<typeof messagingEvents.messageSent>['imported']>;

/** Every `@everyone` counts here: the room log checks no roles. */
const calling = (text: string) => (mentionsEveryone(text) ? { everyone: true as const } : {});

/** Event ids skip, as in a log that many rooms share. */
export const idStep = 3;

/**
 * A scripted room: its events, and the expected snapshot after the first `count` events. The service's projections and
 * the browser's fold must both match it, event by event.
 */
export class RoomLog {
  readonly events: AnyEvent[] = [];
  private readonly snapshots: RoomSnapshot[] = [
    { room, members: [], bans: [], mutes: [], peopleAfter: null, messages: [], pins: [], head: 0, headSeq: 0 },
  ];

  constructor(private readonly messagesPerSnapshot = 50) {
    const body = { roomId: lobby, kind: room.kind, createdBy: null };
    this.append(messagingEvents.roomCreated, null, body, { name: room.name, topic: room.topic });
    this.note(() => ({}));
  }

  /** @param historyStart the first message they may see; the person of the expected snapshots sees all of them */
  joined(userId: UserId, role: Member['role'] = 'member', historyStart = 1): this {
    const { headSeq } = this.latest;
    const start = historyStart > 1 && { historyStart };
    const body = { roomId: lobby, userId, role, by: 'self', ...start, ...(headSeq > 0 && { headSeq }) };
    const { ts } = this.append(messagingEvents.memberJoined, userId, body);
    return this.note(({ members }) => ({
      members: [
        ...members.filter((member) => member.userId !== userId),
        { userId, role, joinedAt: ts, historyStart, readSeq: headSeq },
      ],
    }));
  }

  left(userId: UserId): this {
    this.append(messagingEvents.memberLeft, userId, { roomId: lobby, userId });
    return this.note(({ members }) => ({ members: members.filter((member) => member.userId !== userId) }));
  }

  becameMod(userId: UserId): this {
    this.append(messagingEvents.memberRoleChanged, ada, { roomId: lobby, userId, role: 'mod' });
    return this.note(({ members }) => ({
      members: members.map((member) => (member.userId === userId ? { ...member, role: 'mod' } : member)),
    }));
  }

  updated(name: string, topic: string): this {
    this.append(messagingEvents.roomUpdated, ada, { roomId: lobby }, { name, topic });
    return this.note(({ room: before }) => ({ room: { ...before, name, topic } }));
  }

  settingsChanged(settings: Partial<RoomSettings>): this {
    this.append(messagingEvents.roomSettingsChanged, ada, { roomId: lobby, ...settings });
    return this.note(({ room: before }) => ({ room: { ...before, ...settings } }));
  }

  roomDeleted(): this {
    this.append(messagingEvents.roomDeleted, ada, { roomId: lobby });
    return this.note(() => ({}));
  }

  kicked(userId: UserId, by = ada): this {
    this.append(messagingEvents.memberKicked, by, { roomId: lobby, userId }, { reason: 'Enough' });
    return this.note(({ members }) => ({ members: members.filter((member) => member.userId !== userId) }));
  }

  banned(userId: UserId, reason: string | null = null, by = ada): this {
    const content = reason === null ? null : { reason };
    const { ts } = this.append(messagingEvents.memberBanned, by, { roomId: lobby, userId }, content);
    return this.note(({ members, bans }) => ({
      members: members.filter((member) => member.userId !== userId),
      bans: [...bans, { userId, by, ts, reason }],
    }));
  }

  unbanned(userId: UserId): this {
    this.append(messagingEvents.memberUnbanned, ada, { roomId: lobby, userId });
    return this.note(({ bans }) => ({ bans: bans.filter((ban) => ban.userId !== userId) }));
  }

  muted(userId: UserId, until: number, reason: string | null = null, by = ada): this {
    const body = { roomId: lobby, userId, until };
    const { ts } = this.append(messagingEvents.memberMuted, by, body, reason === null ? null : { reason });
    return this.note(({ mutes }) => ({
      mutes: [...mutes.filter((mute) => mute.userId !== userId), { userId, by, ts, reason, until }],
    }));
  }

  unmuted(userId: UserId): this {
    this.append(messagingEvents.memberUnmuted, ada, { roomId: lobby, userId });
    return this.note(({ mutes }) => ({ mutes: mutes.filter((mute) => mute.userId !== userId) }));
  }

  /** Creates a room link, uses it once and revokes it. */
  invited(userId: UserId): this {
    const place = { roomId: lobby, inviteId };
    this.append(messagingEvents.roomInviteCreated, ada, { ...place, expiresAt: 9_000, maxUses: 2 });
    this.note(() => ({}));
    this.append(messagingEvents.roomInviteRedeemed, userId, { ...place, userId });
    this.note(() => ({}));
    this.append(messagingEvents.roomInviteRevoked, ada, place);
    return this.note(() => ({}));
  }

  /** Voids the links of a person who may no longer create any. */
  linksVoided(createdBy: UserId): this {
    this.append(messagingEvents.roomInvitesVoided, ada, { roomId: lobby, createdBy });
    return this.note(() => ({}));
  }

  said(userId: UserId, text: string, replyTo?: number, imported?: ImportedFrom): this {
    const seq = this.latest.headSeq + 1;
    const msgId = seq as MsgId;
    const clientMsgId = `client-${String(seq)}` as ClientMsgId;
    const place = { roomId: lobby, msgId, seq, clientMsgId };
    const body = { ...place, ...(replyTo && { replyTo }), ...calling(text), ...(imported && { imported }) };
    const { eventId, ts } = this.append(messagingEvents.messageSent, userId, body, { text });
    const message: Message = {
      ...place,
      everyone: mentionsEveryone(text),
      replyTo: replyTo ?? null,
      reactions: [],
      eventId,
      userId,
      ts: imported?.saidAt ?? ts,
      text,
      revision: 0,
      editedAt: imported?.editedAt ?? null,
      deleted: null,
      lastEventId: eventId,
    };
    return this.note(({ messages }) => ({
      messages: [...messages, message].slice(-this.messagesPerSnapshot),
      headSeq: seq,
    }));
  }

  /** Imports a message from another service and completes the import. */
  imported(userId: UserId, text: string, saidAt: number, editedAt?: number): this {
    this.said(userId, text, undefined, { saidAt, ...(editedAt !== undefined && { editedAt }) });
    this.append(messagingEvents.roomImported, null, { roomId: lobby, messages: 1 });
    return this.note(() => ({}));
  }

  edited(seq: number, text: string): this {
    const { msgId, userId, revision } = this.messageAt(seq);
    const body = { roomId: lobby, msgId, seq, revision: revision + 1, ...calling(text) };
    const { ts, eventId } = this.append(messagingEvents.messageEdited, userId, body, { text });
    return this.change(seq, () => ({
      text,
      revision: revision + 1,
      editedAt: ts,
      everyone: mentionsEveryone(text),
      lastEventId: eventId,
    }));
  }

  deleted(seq: number, by: UserId, reason: string | null = null): this {
    const { msgId } = this.messageAt(seq);
    const body = { roomId: lobby, msgId, seq };
    const { eventId } = this.append(messagingEvents.messageDeleted, by, body, reason === null ? null : { reason });
    this.change(seq, () => ({ text: null, reactions: [], deleted: { by, reason }, lastEventId: eventId }));
    return this.correct(({ pins }) => ({ pins: pins.filter((pin) => pin.seq !== seq) }));
  }

  /** Erases everything a person with a deleted account wrote: their texts and the reasons they gave. */
  wordsErased(userId: UserId): this {
    const isTheirs = ({ userId: author, deleted }: Message): boolean =>
      deleted ? deleted.by === userId && deleted.reason !== null : author === userId;
    const erased = this.latest.messages.filter(isTheirs).map(({ msgId, seq }) => ({ msgId, seq }));
    const { eventId } = this.append(messagingEvents.wordsErased, null, { roomId: lobby, userId, messages: erased });
    const nothingLeft = { text: null, reactions: [], deleted: { by: userId, reason: null }, lastEventId: eventId };
    const unreasoned = <Act extends { readonly by: UserId }>(act: Act) =>
      act.by === userId ? { ...act, reason: null } : act;
    return this.note(({ messages, pins, bans, mutes }) => ({
      messages: messages.map((message) => (isTheirs(message) ? { ...message, ...nothingLeft } : message)),
      pins: pins.filter((pin) => !erased.some(({ seq }) => seq === pin.seq)),
      bans: bans.map(unreasoned),
      mutes: mutes.map(unreasoned),
    }));
  }

  reacted(userId: UserId, seq: number, emoji: string): this {
    const { msgId } = this.messageAt(seq);
    const { eventId } = this.append(messagingEvents.reactionAdded, userId, { roomId: lobby, msgId, seq, emoji });
    return this.change(seq, ({ reactions }) => ({
      reactions: [...reactions, { userId, emoji }],
      lastEventId: eventId,
    }));
  }

  unreacted(userId: UserId, seq: number, emoji: string): this {
    const { msgId } = this.messageAt(seq);
    const { eventId } = this.append(messagingEvents.reactionRemoved, userId, { roomId: lobby, msgId, seq, emoji });
    return this.change(seq, ({ reactions }) => ({
      reactions: reactions.filter((reaction) => reaction.userId !== userId || reaction.emoji !== emoji),
      lastEventId: eventId,
    }));
  }

  pinned(by: UserId, seq: number): this {
    const { msgId } = this.messageAt(seq);
    const { ts } = this.append(messagingEvents.messagePinned, by, { roomId: lobby, msgId, seq });
    return this.note(({ pins }) => ({ pins: [...pins, { msgId, seq, by, ts }] }));
  }

  unpinned(by: UserId, seq: number): this {
    const { msgId } = this.messageAt(seq);
    this.append(messagingEvents.messageUnpinned, by, { roomId: lobby, msgId, seq });
    return this.note(({ pins }) => ({ pins: pins.filter((pin) => pin.seq !== seq) }));
  }

  snapshotAfter(count: number): RoomSnapshot {
    const snapshot = this.snapshots[count];
    if (!snapshot) throw new Error(`the log has no event ${String(count)}`);
    return snapshot;
  }

  get latest(): RoomSnapshot {
    return this.snapshotAfter(this.events.length);
  }

  /** The events as read from the disk at the end: deleted messages have lost their content. */
  get eventsLeft(): readonly AnyEvent[] {
    const holdsText = new Set<string>([messagingEvents.messageSent.type, messagingEvents.messageEdited.type]);
    const deleted = new Set(this.latest.messages.filter((message) => message.deleted).map(({ msgId }) => msgId));
    const isDeleted = ({ type, body }: AnyEvent) =>
      holdsText.has(type) && deleted.has((body as { msgId: MsgId }).msgId);
    const isErased = (event: AnyEvent) => this.events.some((other) => reasonsErasedBy(other, [event]).length > 0);
    return this.events.map((event) => (isDeleted(event) || isErased(event) ? { ...event, content: null } : event));
  }

  private messageAt(seq: number): Message {
    const message = this.latest.messages.find((other) => other.seq === seq);
    if (!message) throw new Error(`message ${String(seq)} is not in the snapshot`);
    return message;
  }

  private change(seq: number, change: (before: Message) => Partial<Message>): this {
    return this.note(({ messages }) => ({
      messages: messages.map((message) => (message.seq === seq ? { ...message, ...change(message) } : message)),
    }));
  }

  private append(type: EventType, actorUserId: UserId | null, body: unknown, content: unknown = null): AnyEvent {
    const prev = this.events.at(-1)?.eventId ?? 0;
    const event: AnyEvent = {
      eventId: prev + idStep,
      prev,
      ts: 1_000 + this.events.length,
      actorUserId,
      scope: { kind: 'room', id: lobby },
      type: type.type,
      trace: '0123456789abcdef',
      body,
      content,
    };
    this.events.push(event);
    return event;
  }

  /** Adds an event that follows from the last one. */
  private correct(change: (before: RoomSnapshot) => Partial<RoomSnapshot>): this {
    const after = this.snapshots.pop() ?? this.latest;
    this.snapshots.push({ ...after, ...change(after) });
    return this;
  }

  private note(change: (before: RoomSnapshot) => Partial<RoomSnapshot>): this {
    const before = this.snapshots.at(-1) ?? this.latest;
    this.snapshots.push({ ...before, ...change(before), head: this.events.at(-1)?.eventId ?? 0 });
    return this;
  }
}

/** The earlier events whose reasons, given by this person, the event erases. */
export const reasonsErasedBy = (event: AnyEvent, earlier: readonly AnyEvent[]): readonly AnyEvent[] =>
  isEvent(messagingEvents.wordsErased, event)
    ? earlier.filter(
        ({ eventId, actorUserId, content }) =>
          eventId < event.eventId &&
          actorUserId === event.body.userId &&
          content !== null &&
          'reason' in (content as object),
      )
    : [];

/** A room with every kind of event a room can have. */
export const aBusyRoom = (): RoomLog =>
  new RoomLog()
    .joined(ada, 'owner')
    .said(ada, '@everyone, anyone here?')
    .joined(bob)
    .said(bob, 'yes')
    .edited(2, 'yes!')
    .reacted(ada, 2, '👍')
    .pinned(bob, 2)
    .pinned(ada, 1)
    .reacted(bob, 1, '🎉')
    .reacted(ada, 1, '👍')
    .said(ada, 'good', 2)
    .becameMod(bob)
    .invited(cyd)
    .joined(cyd)
    .deleted(2, bob)
    .reacted(cyd, 1, '🎉')
    .unreacted(bob, 1, '🎉')
    .left(bob)
    .linksVoided(bob)
    .said(cyd, 'hello')
    .edited(1, 'Is anyone here?')
    .said(cyd, 'buy my things')
    .edited(5, 'buy my good things')
    .deleted(5, ada, 'Off topic')
    .edited(1, 'Is anyone here?')
    .pinned(cyd, 4)
    .unpinned(ada, 1)
    .pinned(cyd, 1)
    .joined(bob, 'member', 6)
    .said(bob, 'back')
    .kicked(cyd)
    .banned(cyd, 'Advertising')
    .banned(bob)
    .unbanned(cyd)
    .joined(cyd)
    .muted(cyd, 9_000, 'Hush')
    .muted(bob, 9_000)
    .muted(cyd, 10_000)
    .unmuted(bob)
    .said(ada, 'Bob is leaving us', 6)
    .reacted(ada, 6, '👍')
    .edited(6, 'back again')
    .pinned(ada, 6)
    .deleted(3, bob, 'Rude')
    .kicked(cyd, bob)
    .joined(cyd)
    .banned(dan, 'Spam', bob)
    .muted(cyd, 11_000, 'Hush, too', bob)
    .wordsErased(bob)
    .imported(ada, 'said long ago', 500)
    .imported(cyd, 'said and changed long ago', 500, 700)
    .edited(9, 'changed here, too')
    .updated('porch', 'Fresh air')
    .settingsChanged({ slowModeSeconds: 30, everyoneBy: 'everybody' })
    .said(cyd, 'slowly')
    .settingsChanged({ slowModeSeconds: 0 })
    .roomDeleted();
