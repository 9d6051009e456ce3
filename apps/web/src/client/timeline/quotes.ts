import { computed, effect, inject, Injectable, untracked, type Signal } from '@angular/core';
import type { Message, RoomId } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { historyStart } from '../rooms/room-order';
import { Rooms } from '../rooms/rooms';
import { Session } from '../session/session';
import { indexOfSeq } from '../messages/stretch';

interface Target {
  readonly roomId: RoomId;
  readonly seq: number;
}

/**
 * Messages that others refer to by `seq`: the targets of replies, and pinned messages. A room that was left keeps only its
 * newest messages, so an older one is fetched again whenever it is shown and not held.
 */
@Injectable()
export class Quotes {
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  private readonly session = inject(Session);
  /** The requests in flight. */
  private readonly asking = new Set<string>();
  /** The requests that failed, to be repeated with the next connection. */
  private readonly failed = new Map<string, Target>();

  constructor() {
    effect(() => {
      if (this.connection.state() === 'online') untracked(() => this.askAgain());
    });
  }

  /** The message once it is held. Request it with `fetch`. */
  at(roomId: Signal<RoomId>, seq: Signal<number | null>): Signal<Message | undefined> {
    return computed(() => {
      const target = seq();
      return target === null ? undefined : this.held(roomId(), target);
    });
  }

  /** Fetches the message if it is not held and not requested already. */
  async fetch(roomId: RoomId, seq: number): Promise<void> {
    const members = this.rooms.held().get(roomId)?.members ?? [];
    if (seq < historyStart(members, this.session.me()?.userId) || this.held(roomId, seq)) return;
    const key = `${roomId} ${String(seq)}`;
    if (this.asking.has(key)) return;
    this.asking.add(key);
    this.failed.delete(key);
    const reply = await this.connection.ask('msg.list', { roomId, afterSeq: seq - 1, limit: 1 });
    this.asking.delete(key);
    if (reply.ok) this.rooms.mergeMessages(roomId, reply.value.messages, reply.value.lines);
    else if (reply.error.retryable) this.failed.set(key, { roomId, seq });
  }

  private askAgain(): void {
    for (const { roomId, seq } of [...this.failed.values()]) void this.fetch(roomId, seq);
  }

  private held(roomId: RoomId, seq: number): Message | undefined {
    const messages = this.rooms.held().get(roomId)?.timeline.messages ?? [];
    const message = messages[indexOfSeq(messages, seq)];
    return message?.seq === seq ? message : undefined;
  }
}
