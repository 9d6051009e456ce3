import { computed, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  accepted,
  type messagingCommands,
  messagingEvents,
  type AnyEvent,
  type Reply,
  type RoomId,
  type UserId,
  type ValueOf,
} from '@devchitchat/contracts';
import { Subject } from 'rxjs';
import { injectCache } from '../cache/browser-cache';
import type { Own } from '../cache/schema';
import { Connection } from '../connection/connection';
import type { HeldRoom } from '../rooms/held-room';
import { latestFirst } from '../rooms/room-order';
import { Rooms } from '../rooms/rooms';
import { foldOwn, isListed, nothingOwn, skips } from './hidden-directs';

const types = new Set<string>([messagingEvents.dmHidden.type, messagingEvents.dmShown.type]);

/** The user's direct conversations, and which of them are listed. */
@Injectable()
export class Directs {
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  private readonly cache = injectCache();
  private readonly own = signal<Own>(nothingOwn);

  /** The listed conversations, the one with the latest message first. */
  readonly list = computed<readonly HeldRoom[]>(() => {
    const own = this.own();
    const directs = [...this.rooms.held().values()].filter(({ room }) => room.kind === 'direct');
    return latestFirst(directs.filter((held) => isListed(held, own)));
  });

  private readonly heardGaps = new Subject<void>();
  /** An event of the user's own chain was missed. Only a `sync` can fetch it. */
  readonly gaps = this.heardGaps.asObservable();

  constructor() {
    this.connection.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (types.has(event.type)) this.hear(event);
    });
    this.connection.heads.pipe(takeUntilDestroyed()).subscribe(({ service, scope, head }) => {
      if (service === 'messaging' && scope.kind === 'user' && head > this.own().head) this.heardGaps.next();
    });
    this.rooms.renewals.pipe(takeUntilDestroyed()).subscribe(() => {
      this.own.set(nothingOwn);
    });
  }

  async recall(): Promise<void> {
    this.own.set((await this.cache.values.get('own')) ?? nothingOwn);
  }

  /** Applies the reply to a `sync`. */
  synced({ head, hidden }: ValueOf<typeof messagingCommands.sync>['own']): void {
    if (head < this.own().head) return;
    this.keep({ head, hidden: new Map(hidden.map(({ roomId, seq }) => [roomId, seq])) });
  }

  /** Removes a conversation from the user's list, on every device. Resolves to the problem as a sentence, or `''`. */
  async hide(roomId: RoomId): Promise<string> {
    const reply = await this.connection.ask('dm.hide', { roomId });
    return reply.ok ? '' : reply.error.message;
  }

  /** Opens the conversation with these people and lists it. */
  async open(userIds: readonly UserId[]): Promise<Reply<RoomId>> {
    const reply = await this.connection.ask('dm.open', { userIds: [...userIds] });
    if (!reply.ok) return reply;
    this.rooms.enter(reply.value);
    return accepted(reply.value.room.roomId);
  }

  private hear(event: AnyEvent): void {
    const own = this.own();
    if (skips(own, event)) this.heardGaps.next();
    else this.keep(foldOwn(own, event));
  }

  private keep(own: Own): void {
    if (own === this.own()) return;
    this.own.set(own);
    void this.cache.values.set('own', own);
  }
}
