import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { isEvent, messagingEvents, type RoomId } from '@devchitchat/contracts';
import { injectCache } from '../cache/browser-cache';
import { Connection } from '../connection/connection';
import { Session } from '../session/session';
import { Rooms } from './rooms';
import { unreadCounts } from './unread-counts';

/** What was said in one's rooms since one last looked, as this browser knows it. */
@Injectable({ providedIn: 'root' })
export class Unread {
  private readonly rooms = inject(Rooms);
  private readonly cache = injectCache();
  private readonly seenSeqs = signal<ReadonlyMap<RoomId, number>>(new Map());

  readonly counts = computed(() => unreadCounts(this.rooms.held(), this.seenSeqs()));
  readonly total = computed(() => [...this.counts().values()].reduce((sum, count) => sum + count, 0));

  constructor() {
    const session = inject(Session);
    effect(() => {
      const held = this.rooms.held();
      untracked(() => {
        // Who comes into a room has not missed what was said before.
        for (const [roomId, { timeline }] of held) if (!this.seenSeqs().has(roomId)) this.see(roomId, timeline.headSeq);
      });
    });
    inject(Connection).events.subscribe((event) => {
      const mine = event.actorUserId === session.me()?.userId;
      if (mine && isEvent(messagingEvents.messageSent, event)) this.see(event.body.roomId, event.body.seq);
    });
    session.ends.subscribe(() => {
      this.seenSeqs.set(new Map());
    });
  }

  async recall(): Promise<void> {
    this.seenSeqs.set(await this.cache.seen());
  }

  /** The last message of a room that was seen. */
  seenSeq(roomId: RoomId): number {
    return this.seenSeqs().get(roomId) ?? 0;
  }

  /** Everything up to `seq` was seen. */
  see(roomId: RoomId, seq: number): void {
    const before = this.seenSeqs().get(roomId);
    if (before !== undefined && before >= seq) return;
    this.seenSeqs.update((seqs) => new Map(seqs).set(roomId, seq));
    void this.cache.saveSeen(roomId, seq);
  }
}
