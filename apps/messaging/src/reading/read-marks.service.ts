import { setTimeout as delay } from 'node:timers/promises';
import {
  accepted,
  limits,
  readMoved,
  type messagingCommands,
  type Reply,
  type ReplyTo,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import { GroupCommit, Publisher, serverContext } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { membersOf } from '../rooms/room';
import { RoomsRepository } from '../rooms/rooms.repository';
import { movedTo, type MarkMove, type ReadMark } from './read-mark';
import { ReadMarksRepository } from './read-marks.repository';

/** Milliseconds for which moves are collected. One transaction stores them, and one notice per room announces them. */
const gatherFor = 500;

interface Asked {
  readonly userId: UserId;
  readonly moves: readonly MarkMove[];
}

/** Moves read marks in batches, because people open rooms far more often than they send messages. */
@Injectable()
export class ReadMarks implements OnModuleDestroy {
  private asked: Asked[] = [];
  private storing: Promise<Reply<unknown>> | undefined;
  private readonly ending = new AbortController();

  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly rooms: RoomsRepository,
    private readonly marks: ReadMarksRepository,
    @Inject(Publisher) private readonly publisher: Pick<Publisher, 'notice'>,
  ) {}

  /**
   * Resolves when the moves are on the disk, which takes `gatherFor` longer than a commit. Then each room gets the notice
   * `read.moved`. Moves in rooms that the person is not in are ignored. Refuses as `GroupCommit.run` does.
   */
  async move(userId: UserId, moves: readonly MarkMove[]): Promise<ReplyTo<typeof messagingCommands.readMark>> {
    this.asked.push({ userId, moves });
    this.storing ??= this.storeSoon();
    const stored = await this.storing;
    return stored.ok ? accepted({}) : stored;
  }

  async onModuleDestroy(): Promise<void> {
    this.ending.abort();
    await this.storing;
  }

  private async storeSoon(): Promise<Reply<unknown>> {
    await delay(gatherFor, undefined, { signal: this.ending.signal, ref: false }).catch(() => undefined);
    const asked = this.asked;
    this.asked = [];
    this.storing = undefined;
    const stored = await this.groupCommit.run(serverContext(), () => accepted(this.store(asked)));
    if (stored.ok)
      for (const [roomId, marks] of Map.groupBy(stored.value, (mark) => mark.roomId)) this.tell(roomId, marks);
    return stored;
  }

  /** Stores each moved mark once, in its final position. Ignores rooms that the person has left meanwhile. */
  private store(asked: readonly Asked[]): readonly ReadMark[] {
    const moved = new Map<string, ReadMark>();
    for (const { userId, moves } of asked) {
      for (const move of moves) {
        const mark = this.moveOne(userId, move);
        if (mark) moved.set(`${userId} ${mark.roomId}`, mark);
      }
    }
    return [...moved.values()];
  }

  private moveOne(userId: UserId, move: MarkMove): ReadMark | undefined {
    const { roomId } = move;
    const room = this.rooms.byId(roomId);
    const membership = room?.members.get(userId);
    if (!room || !membership) return undefined;
    const seq = movedTo(this.marks.seqOf(roomId, userId, membership), move, {
      headSeq: room.headSeq,
      historyStart: membership.historyStart,
    });
    if (seq === undefined) return undefined;
    const mark = { userId, roomId, seq };
    this.marks.put(mark, membership);
    return mark;
  }

  private tell(roomId: RoomId, marks: readonly ReadMark[]): void {
    const room = this.rooms.byId(roomId);
    if (!room) return;
    const moved = marks.map(({ userId, seq }) => ({ userId, seq }));
    for (let from = 0; from < moved.length; from += limits.marksAtOnce) {
      const data = { roomId, marks: moved.slice(from, from + limits.marksAtOnce) };
      this.publisher.notice(readMoved, data, membersOf(room));
    }
  }
}
