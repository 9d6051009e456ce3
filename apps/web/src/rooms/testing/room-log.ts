import type {
  AnyEvent,
  ClientMsgId,
  Member,
  Message,
  MsgId,
  Room,
  RoomId,
  RoomSnapshot,
  UserId,
} from '@devchitchat/contracts';

export const ada = 'u_aaaaaaaaaaaaaaaa' as UserId;
export const bob = 'u_bbbbbbbbbbbbbbbb' as UserId;
export const cyd = 'u_cccccccccccccccc' as UserId;
export const lobby = 'r_7k2m9q4t1x8z3v6w' as RoomId;

const room: Room = { roomId: lobby, kind: 'public', name: 'lobby', topic: '', createdBy: null, createdAt: 1_000 };

/**
 * A room as the server knows it, written down plainly: what happened, and what somebody who asks for a snapshot after
 * the first `count` events is told. The browser's own folding must come to the same.
 */
export class RoomLog {
  readonly events: AnyEvent[] = [];
  private readonly snapshots: RoomSnapshot[] = [{ room, members: [], messages: [], head: 0, headSeq: 0 }];

  constructor(private readonly messagesPerSnapshot = 50) {}

  joined(userId: UserId, role: Member['role'] = 'member'): this {
    const ts = this.append('member.joined', userId, { roomId: lobby, userId, role, by: 'self' });
    return this.note(({ members }) => ({
      members: [...members.filter((member) => member.userId !== userId), { userId, role, joinedAt: ts }],
    }));
  }

  left(userId: UserId): this {
    this.append('member.left', userId, { roomId: lobby, userId });
    return this.note(({ members }) => ({ members: members.filter((member) => member.userId !== userId) }));
  }

  becameMod(userId: UserId): this {
    this.append('member.role_changed', ada, { roomId: lobby, userId, role: 'mod' });
    return this.note(({ members }) => ({
      members: members.map((member) => (member.userId === userId ? { ...member, role: 'mod' } : member)),
    }));
  }

  said(userId: UserId, text: string): this {
    const seq = this.latest.headSeq + 1;
    const msgId = seq as MsgId;
    const clientMsgId = `client-${String(seq)}` as ClientMsgId;
    const ts = this.append('message.sent', userId, { roomId: lobby, msgId, seq, clientMsgId }, { text });
    const message: Message = { roomId: lobby, msgId, seq, eventId: this.head, userId, ts, clientMsgId, text };
    return this.note(({ messages }) => ({
      messages: [...messages, message].slice(-this.messagesPerSnapshot),
      headSeq: seq,
    }));
  }

  snapshotAfter(count: number): RoomSnapshot {
    const snapshot = this.snapshots[count];
    if (!snapshot) throw new Error(`the log has no event ${String(count)}`);
    return snapshot;
  }

  get latest(): RoomSnapshot {
    return this.snapshotAfter(this.events.length);
  }

  private get head(): number {
    return this.events.at(-1)?.eventId ?? 0;
  }

  /** Ids skip, as they do where many rooms share a log. */
  private append(type: string, actorUserId: UserId, body: unknown, content: unknown = null): number {
    const prev = this.head;
    const ts = 2_000 + this.events.length;
    const scope = { kind: 'room' as const, id: lobby };
    this.events.push({
      eventId: prev + 3,
      prev,
      ts,
      actorUserId,
      scope,
      type,
      trace: '0123456789abcdef',
      body,
      content,
    });
    return ts;
  }

  private note(change: (before: RoomSnapshot) => Partial<RoomSnapshot>): this {
    const before = this.snapshots.at(-1) ?? this.latest;
    this.snapshots.push({ ...before, ...change(before), head: this.head });
    return this;
  }
}
