import { computed, inject, Injectable, type Signal } from '@angular/core';
import type { Message, RoomId } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { historyStart } from '../rooms/room-order';
import { Rooms } from '../rooms/rooms';
import { Session } from '../session/session';
import { indexOfSeq } from '../messages/stretch';

/** Messages that others refer to by `seq`: the targets of replies, and pinned messages. */
@Injectable()
export class Quotes {
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  private readonly session = inject(Session);
  private readonly asked = new Set<string>();

  /** The message once it is held. Request it with `fetch`. */
  at(roomId: Signal<RoomId>, seq: Signal<number | null>): Signal<Message | undefined> {
    return computed(() => {
      const messages = this.rooms.held().get(roomId())?.timeline.messages ?? [];
      const place = seq();
      const message = place === null ? undefined : messages[indexOfSeq(messages, place)];
      return message?.seq === place ? message : undefined;
    });
  }

  /** Fetches the message if it is not held and was not requested before. After a failure the quote stays empty. */
  async fetch(roomId: RoomId, seq: number): Promise<void> {
    const members = this.rooms.held().get(roomId)?.members ?? [];
    if (seq < historyStart(members, this.session.me()?.userId)) return;
    const key = `${roomId} ${String(seq)}`;
    if (this.asked.has(key)) return;
    this.asked.add(key);
    const reply = await this.connection.ask('msg.list', { roomId, afterSeq: seq - 1, limit: 1 });
    if (reply.ok) this.rooms.mergeMessages(roomId, reply.value.messages, reply.value.lines);
    else this.asked.delete(key);
  }
}
