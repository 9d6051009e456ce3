import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { isEvent, messagingEvents, type RoomId } from '@devchitchat/contracts';
import { injectCache } from '../cache/browser-cache';
import { Connection } from '../connection/connection';
import { Rooms } from '../rooms/rooms';
import { Session } from '../session/session';
import { afterMove, markOf, type MarkMove } from '../unsent/mark-moves';
import { MentionTester } from './mention-tester';
import { nothingUnread, unreadAfter, type Unread } from './unread';
import { nothingTold } from '../messages/told';

/** Milliseconds between two reports: a user who reads along passes many messages at once. */
const reportEveryMs = 1_500;

type Moves = ReadonlyMap<RoomId, MarkMove>;

/**
 * The user's read marks in their rooms, from any device. Moves that the server does not know yet are stored here and in
 * the cache, survive a closed tab, and count already.
 */
@Injectable()
export class ReadMarks {
  private readonly connection = inject(Connection);
  private readonly session = inject(Session);
  private readonly rooms = inject(Rooms);
  private readonly cache = injectCache();
  private readonly mentions = inject(MentionTester);

  private readonly waiting = signal<Moves>(new Map());
  /** Rooms that stay unread while the user is in them. */
  private readonly keptUnread = signal<ReadonlySet<RoomId>>(new Set());
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isTelling = false;
  private isOver = false;

  private readonly marks = computed<ReadonlyMap<RoomId, number>>(() => {
    const me = this.session.me()?.userId;
    const waiting = this.waiting();
    const marks = new Map<RoomId, number>();
    for (const [roomId, { members }] of this.rooms.held()) {
      const known = members.find(({ userId }) => userId === me)?.readSeq;
      if (known !== undefined) marks.set(roomId, markOf(known, waiting.get(roomId)));
    }
    return marks;
  });
  /** The rooms with unread messages. */
  readonly unread = computed<ReadonlyMap<RoomId, Unread>>(() => {
    const unread = new Map<RoomId, Unread>();
    for (const [roomId, mark] of this.marks()) {
      const waits = this.after(roomId, mark);
      if (waits.messages > 0) unread.set(roomId, waits);
    }
    return unread;
  });

  constructor() {
    this.connection.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      const mine = event.actorUserId === this.session.me()?.userId;
      if (mine && isEvent(messagingEvents.messageSent, event)) this.markRead(event.body.roomId, event.body.seq);
    });
    this.connection.readMoves.pipe(takeUntilDestroyed()).subscribe(({ roomId, marks }) => {
      this.rooms.moveMarks(roomId, marks);
    });
    effect(() => {
      if (this.connection.state() === 'online' && this.waiting().size > 0) untracked(() => this.tellSoon());
    });
    this.rooms.renewals.pipe(takeUntilDestroyed()).subscribe(() => {
      this.waiting.set(new Map());
      this.keptUnread.set(new Set());
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      this.isOver = true;
    });
  }

  /** Restores the stored moves, except in rooms where the user has moved the mark since. */
  async recall(): Promise<void> {
    const stored = await this.cache.marks.all();
    this.waiting.update((waiting) => new Map([...stored, ...waiting]));
  }

  /** The messages of others after one message, up to another or the last one. */
  after(roomId: RoomId, mark: number, lastSeq = Infinity): Unread {
    const me = this.session.me();
    const timeline = this.rooms.held().get(roomId)?.timeline;
    if (!me || !timeline) return nothingUnread;
    const upTo = { ...timeline, headSeq: Math.min(timeline.headSeq, lastSeq) };
    return unreadAfter(mark, upTo, this.rooms.told().get(roomId) ?? nothingTold, me, this.mentions.test());
  }

  /** The `seq` of the last message that the user read in this room. */
  markIn(roomId: RoomId): number {
    return this.marks().get(roomId) ?? 0;
  }

  /** The user opens a room, which ends "keep unread". */
  open(roomId: RoomId): void {
    if (this.keptUnread().has(roomId)) this.keep(roomId, false);
  }

  /** Everything up to `seq` was visible. A room kept unread stays unread. */
  see(roomId: RoomId, seq: number): void {
    if (!untracked(this.keptUnread).has(roomId)) this.markRead(roomId, seq);
  }

  /** Marks everything up to `seq`, by default all messages, as read. */
  markRead(roomId: RoomId, seq = untracked(this.rooms.held).get(roomId)?.timeline.headSeq ?? 0): void {
    if (untracked(this.keptUnread).has(roomId)) this.keep(roomId, false);
    if (seq > (untracked(this.marks).get(roomId) ?? Infinity)) this.move(roomId, { seq });
  }

  /** Marks a message and all later ones as unread, until the user opens the room again or marks it as read. */
  markUnread(roomId: RoomId, seq: number): void {
    this.keep(roomId, true);
    this.move(roomId, { seq: seq - 1, back: true });
  }

  private keep(roomId: RoomId, unread: boolean): void {
    this.keptUnread.update((before) => {
      const rooms = new Set(before);
      if (unread) rooms.add(roomId);
      else rooms.delete(roomId);
      return rooms;
    });
  }

  private move(roomId: RoomId, move: MarkMove): void {
    const after = afterMove(untracked(this.waiting).get(roomId), move);
    this.waiting.update((waiting) => new Map(waiting).set(roomId, after));
    void this.cache.marks.save(roomId, after);
  }

  /** Reports at once, and then not again for a while. */
  private tellSoon(): void {
    if (this.timer !== undefined || this.isTelling) return;
    void this.tell();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.connection.state() === 'online' && this.waiting().size > 0) this.tellSoon();
    }, reportEveryMs);
  }

  private async tell(): Promise<void> {
    const said = this.waiting();
    this.isTelling = true;
    const rooms = Array.from(said, ([roomId, move]) => ({ roomId, ...move }));
    const reply = await this.connection.ask('read.mark', { rooms });
    this.isTelling = false;
    const me = this.session.me()?.userId;
    if (!me || this.isOver) return;
    if (!reply.ok && reply.error.retryable) return;
    for (const [roomId, move] of said) {
      const known = this.rooms
        .held()
        .get(roomId)
        ?.members.find(({ userId }) => userId === me)?.readSeq;
      if (reply.ok && known !== undefined) this.rooms.moveMarks(roomId, [{ userId: me, seq: markOf(known, move) }]);
      if (this.waiting().get(roomId) === move) this.settle(roomId);
    }
  }

  private settle(roomId: RoomId): void {
    this.waiting.update((before) => {
      const waiting = new Map(before);
      waiting.delete(roomId);
      return waiting;
    });
    void this.cache.marks.remove(roomId);
  }
}
