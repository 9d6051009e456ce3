import { inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { messagingCommands, RoomId, ValueOf } from '@devchitchat/contracts';
import { coalesced } from '../connection/coalesced';
import { Connection } from '../connection/connection';
import { Directs } from '../directs/directs';
import { Session } from '../session/session';
import { Rooms } from '../rooms/rooms';
import { injectTimers } from '../../platform/time/timers';

const retryMs = 1_000;

/** Fetches missed events with `sync`, from the held heads. The only code that does. */
@Injectable()
export class CatchUp {
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  private readonly directs = inject(Directs);
  private readonly later = injectTimers();
  private readonly sync = coalesced(() => this.syncNow());
  /** Heads of rooms that are not held, for which a `sync` already found that the user is no member. */
  private readonly foreign = new Map<RoomId, number>();

  constructor() {
    inject(Session)
      .arrivals.pipe(takeUntilDestroyed())
      .subscribe(() => void this.sync());
    this.rooms.renewals.pipe(takeUntilDestroyed()).subscribe(() => {
      this.foreign.clear();
    });
    this.connection.resyncs.pipe(takeUntilDestroyed()).subscribe(() => void this.sync());
    this.rooms.gaps.pipe(takeUntilDestroyed()).subscribe(() => void this.sync());
    this.directs.gaps.pipe(takeUntilDestroyed()).subscribe(() => void this.sync());
    this.connection.heads.pipe(takeUntilDestroyed()).subscribe(({ service, scope, head }) => {
      if (service === 'messaging' && scope.kind === 'room') this.compare(scope.id as RoomId, head);
    });
  }

  private compare(roomId: RoomId, head: number): void {
    const held = this.rooms.held().get(roomId);
    if (held ? held.head >= head : (this.foreign.get(roomId) ?? 0) >= head) return;
    if (!held) this.foreign.set(roomId, head);
    void this.sync();
  }

  /** Some members of a large room have not arrived, or arrived outdated. */
  private lacksPeople(): boolean {
    return [...this.rooms.held().values()].some(({ peopleAfter }) => peopleAfter !== null);
  }

  private async syncNow(): Promise<void> {
    const rooms = [...this.rooms.held()].map(([roomId, { head, peopleAfter }]) => ({
      roomId,
      after: head,
      ...(peopleAfter && { peopleAfter }),
    }));
    const { epoch } = this.rooms;
    const asked = { rooms, marksAfter: this.rooms.marksRevision, ...(epoch === undefined ? {} : { epoch }) };
    const reply = await this.connection.ask('sync', asked);
    if (reply.ok) {
      this.rooms.synced(sorted(reply.value));
      this.directs.synced(reply.value.own);
      if (reply.value.more || this.lacksPeople()) void this.sync();
    } else if (this.connection.state() === 'online') {
      // Without a connection, the next one begins with a sync anyway.
      this.later(() => void this.sync(), reply.error.retryAfterMs ?? retryMs);
    }
  }
}

function sorted({
  epoch,
  rooms,
  gone,
  reading,
  more,
}: ValueOf<typeof messagingCommands.sync>): Parameters<Rooms['synced']>[0] {
  return {
    epoch,
    gone,
    reading,
    more,
    snapshots: rooms.flatMap((room) => (room.kind === 'snapshot' ? [room.snapshot] : [])),
    stretches: rooms.flatMap((room) => (room.kind === 'events' ? [room] : [])),
    people: rooms.flatMap((room) => (room.kind === 'people' ? [room] : [])),
  };
}
