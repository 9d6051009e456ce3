import { inject, Injectable, signal } from '@angular/core';
import type { messagingCommands, DraftOf, RoomId } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { Rooms } from '../rooms/rooms';

const pageSize = 100;
type Page = Omit<DraftOf<typeof messagingCommands.msgList>, 'roomId' | 'limit'>;

/** Fetches missing stretches of a room, one at a time. */
@Injectable()
export class History {
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);

  private readonly isLoading = signal(false);
  readonly loading = this.isLoading.asReadonly();
  private running: Promise<boolean> = Promise.resolve(true);
  private readonly lastProblem = signal<string | null>(null);
  /** The reason the last stretch could not be fetched, as a sentence. */
  readonly problem = this.lastProblem.asReadonly();

  before(roomId: RoomId, seq: number): Promise<boolean> {
    return this.load(roomId, { beforeSeq: seq });
  }

  after(roomId: RoomId, seq: number): Promise<boolean> {
    return this.load(roomId, { afterSeq: seq });
  }

  /**
   * Fetches a stretch with a message in its middle, because the user wants to go there. Waits its turn while another
   * stretch is in flight.
   */
  async around(roomId: RoomId, seq: number): Promise<boolean> {
    while (this.isLoading()) await this.running;
    return this.load(roomId, { beforeSeq: seq + pageSize / 2 });
  }

  forgive(): void {
    this.lastProblem.set(null);
  }

  private load(roomId: RoomId, page: Page): Promise<boolean> {
    if (this.isLoading()) return Promise.resolve(false);
    this.isLoading.set(true);
    this.running = this.fetch(roomId, page);
    return this.running;
  }

  private async fetch(roomId: RoomId, page: Page): Promise<boolean> {
    const reply = await this.connection.ask('msg.list', { roomId, limit: pageSize, ...page });
    this.isLoading.set(false);
    this.lastProblem.set(reply.ok ? null : reply.error.message);
    if (reply.ok) this.rooms.mergeMessages(roomId, reply.value.messages, reply.value.lines);
    return reply.ok;
  }
}
