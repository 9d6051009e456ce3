import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { RoomId } from '@devchitchat/contracts';
import { Subject } from 'rxjs';
import { Connection } from '../connection/connection';
import { t } from '../../platform/language/t';
import { historyStart } from '../rooms/room-order';
import { Rooms } from '../rooms/rooms';
import { Session } from '../session/session';

interface Target {
  readonly roomId: RoomId;
  readonly seq: number;
}

/** Goes far back in a room: to its beginning, or to a day. */
@Injectable()
export class Jump {
  private readonly router = inject(Router);
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  private readonly session = inject(Session);

  private readonly repeatedJumps = new Subject<Target>();
  /** The user wants to go again to the message that the page's address already names. */
  readonly repeated = this.repeatedJumps.asObservable();

  /** Goes to the first message that the user may see. */
  toBeginning(roomId: RoomId): Promise<void> {
    const members = this.rooms.held().get(roomId)?.members ?? [];
    return this.to({ roomId, seq: historyStart(members, this.session.me()?.userId) });
  }

  /**
   * Goes to the first message of a day in the reader's time zone, or the first one after it.
   *
   * @param day as `2026-11-25`
   * @returns the problem as a sentence; empty on success
   */
  async toDay(roomId: RoomId, day: string): Promise<string> {
    const fromTs = new Date(`${day}T00:00`).getTime();
    if (Number.isNaN(fromTs)) return t('Choose a day.');
    const reply = await this.connection.ask('msg.list', { roomId, fromTs, limit: 1 });
    if (!reply.ok) return reply.error.message;
    const [message] = reply.value.messages;
    if (!message) return t('There are no messages on that day or later.');
    await this.to(message);
    return '';
  }

  /** The time of the first message that the user may see; null for none, or without an answer. */
  async beginningOf(roomId: RoomId): Promise<number | null> {
    const reply = await this.connection.ask('msg.list', { roomId, fromTs: 0, limit: 1 });
    return reply.ok ? (reply.value.messages[0]?.ts ?? null) : null;
  }

  private async to({ roomId, seq }: Target): Promise<void> {
    const went = await this.router.navigate(['/room', roomId], { queryParams: { at: seq } });
    if (!went) this.repeatedJumps.next({ roomId, seq });
  }
}
