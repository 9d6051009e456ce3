import { effect, inject, Injectable } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { Session } from '../session/session';
import { hasGap } from './held-room';
import { Rooms } from './rooms';

const patienceMs = 3_000;

/** Tells the server, now and then, up to where each room has reached this person. */
@Injectable({ providedIn: 'root' })
export class DeliveryAck {
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  private readonly told = new Map<RoomId, number>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    for (const forgetting of [inject(Session).ends, this.rooms.renewals]) {
      forgetting.subscribe(() => {
        this.told.clear();
      });
    }
    effect(() => {
      if (this.connection.state() !== 'online' || this.rooms.held().size === 0) return;
      this.timer ??= setTimeout(() => void this.tell(), patienceMs);
    });
  }

  private async tell(): Promise<void> {
    this.timer = undefined;
    const news = [...this.rooms.held()]
      .filter(([roomId, held]) => !hasGap(held) && held.timeline.headSeq > (this.told.get(roomId) ?? 0))
      .map(([roomId, held]) => ({ roomId, seq: held.timeline.headSeq }));
    if (news.length === 0) return;
    const reply = await this.connection.ask('delivery.ack', { rooms: news });
    if (reply.ok) for (const { roomId, seq } of news) this.told.set(roomId, seq);
  }
}
