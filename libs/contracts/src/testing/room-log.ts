import type { BodyOf } from '../grammar/event';
import type { CallId, ClientMsgId, InviteId, MsgId, UserId } from '../grammar/ids';
import {
  messagingEvents,
  type Member,
  type Message,
  type MessageFile,
  type Room,
  type RoomSettings,
  usualSettings,
} from '../messaging';
import { ada, lobby } from './people';
import { ScriptedLog } from './scripted-log';

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

/** Every `@everyone` counts here: the room log checks no roles, and its texts contain no Markdown. */
const mentionsEveryone = (text: string): boolean => text.includes('@everyone');
const everyoneMark = (text: string) => (mentionsEveryone(text) ? { everyone: true as const } : {});

/** A message once it is deleted by the event with this id. */
const takenBack = ({ files: _, ...message }: Message, deleted: Message['deleted'], lastEventId: number): Message => ({
  ...message,
  text: null,
  reactions: [],
  deleted,
  lastEventId,
});

/**
 * A scripted room: each method appends one event of the room, or the few that belong together. The service's projections
 * and the browser's fold must both match its snapshots, event by event.
 */
export class RoomLog extends ScriptedLog {
  constructor(private readonly messagesPerSnapshot = 50) {
    super({ room, members: [], bans: [], mutes: [], peopleAfter: null, messages: [], pins: [], head: 0, headSeq: 0 });
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
    this.append(messagingEvents.roomUpdated, ada, { roomId: lobby, changed: ['name', 'topic'] }, { name, topic });
    return this.note(({ room: before }) => ({ room: { ...before, name, topic } }));
  }

  settingsChanged(settings: Partial<RoomSettings>): this {
    this.append(messagingEvents.roomSettingsChanged, ada, { roomId: lobby, ...settings });
    return this.note(({ room: before }) => ({ room: { ...before, ...settings } }));
  }

  called(callId: CallId, seconds: number, ...userIds: readonly UserId[]): this {
    const body = { roomId: lobby, callId, seconds, userIds, count: userIds.length };
    this.append(messagingEvents.roomCallEnded, null, body);
    return this.note(() => ({}));
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
    return this.shared(userId, text, [], replyTo, imported);
  }

  /** Like `said`, with files. */
  shared(userId: UserId, text: string, files: MessageFile[], replyTo?: number, imported?: ImportedFrom): this {
    const seq = this.latest.headSeq + 1;
    const msgId = seq as MsgId;
    const clientMsgId = `client-${String(seq)}` as ClientMsgId;
    const place = { roomId: lobby, msgId, seq, clientMsgId };
    const body = { ...place, ...(replyTo && { replyTo }), ...everyoneMark(text), ...(imported && { imported }) };
    const shown = files.length > 0 && { files };
    const { eventId, ts } = this.append(messagingEvents.messageSent, userId, body, { text, ...shown });
    const message: Message = {
      ...place,
      everyone: mentionsEveryone(text),
      replyTo: replyTo ?? null,
      reactions: [],
      eventId,
      userId,
      ts: imported?.saidAt ?? ts,
      text,
      ...shown,
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
    const body = { roomId: lobby, msgId, seq, revision: revision + 1, ...everyoneMark(text) };
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
    const { eventId, ts: at } = this.append(
      messagingEvents.messageDeleted,
      by,
      body,
      reason === null ? null : { reason },
    );
    this.note(({ messages }) => ({
      messages: messages.map((each) => (each.seq === seq ? takenBack(each, { by, reason, at }, eventId) : each)),
    }));
    return this.correct(({ pins }) => ({ pins: pins.filter((pin) => pin.seq !== seq) }));
  }

  /** Erases everything a person with a deleted account wrote: their texts and the reasons they gave. */
  wordsErased(userId: UserId): this {
    const isTheirs = ({ userId: author, deleted }: Message): boolean =>
      deleted ? deleted.by === userId && deleted.reason !== null : author === userId;
    const erased = this.latest.messages.filter(isTheirs).map(({ msgId, seq }) => ({ msgId, seq }));
    const { eventId, ts: at } = this.append(messagingEvents.wordsErased, null, {
      roomId: lobby,
      userId,
      messages: erased,
    });
    const deleted = { by: userId, reason: null, at };
    const unreasoned = <Act extends { readonly by: UserId }>(act: Act) =>
      act.by === userId ? { ...act, reason: null } : act;
    return this.note(({ messages, pins, bans, mutes }) => ({
      messages: messages.map((message) => (isTheirs(message) ? takenBack(message, deleted, eventId) : message)),
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
}
