import { computed, inject, Injectable, type Signal } from '@angular/core';
import type { Message, RoomId } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { historyStart } from '../rooms/room-order';
import { Rooms } from '../rooms/rooms';
import { Session } from '../session/session';
import { indexOfSeq } from '../messages/stretch';

/** Messages that others point at, by their place: what is answered, what is pinned. */
@Injectable()
export class Quotes {
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  private readonly session = inject(Session);
  private readonly asked = new Set<string>();

  /** The message, once it is held. Ask for it with `fetch`. */
  at(roomId: Signal<RoomId>, seq: Signal<number | null>): Signal<Message | undefined> {
    return computed(() => {
      const messages = this.rooms.held().get(roomId())?.timeline.messages ?? [];
      const place = seq();
      const message = place === null ? undefined : messages[indexOfSeq(messages, place)];
      return message?.seq === place ? message : undefined;
    });
  }

  /** Brings it, where it is not held. Once: where that fails, the line stays without words. */
  async fetch(roomId: RoomId, seq: number): Promise<void> {
    const members = this.rooms.held().get(roomId)?.members ?? [];
    if (seq < historyStart(members, this.session.me()?.userId)) return;
    const key = `${roomId} ${String(seq)}`;
    if (this.asked.has(key)) return;
    this.asked.add(key);
    const reply = await this.connection.ask('msg.list', { roomId, afterSeq: seq - 1, limit: 1 });
    if (reply.ok) this.rooms.lay(roomId, reply.value.messages);
    else this.asked.delete(key);
  }
}
