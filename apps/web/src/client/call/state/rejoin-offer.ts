import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { RoomId, UserId } from '@devchitchat/contracts';
import { injectDestroySignal } from '../../../platform/browser/destroy-signal';
import { serverNow } from '../../../platform/time/server-clock';
import { Session } from '../../session/session';
import { CurrentCall } from './current-call';
import { Calls } from './calls';
import { removeLastCall, isOffered, saveLastCall, lastCallKey, lastCallOf } from './last-call';
import { localKeyValueStorage } from '../voice/key-value-storage';

const lookEveryMs = 5_000;

/** The way back into the call that this browser dropped out of: one click, and never without it. */
@Injectable()
export class RejoinOffer {
  private readonly session = inject(Session);
  private readonly currentCall = inject(CurrentCall);
  private readonly calls = inject(Calls);
  private readonly now = signal(serverNow());
  private readonly changes = signal(0);
  /** Whoever signs out is forgotten after they are gone. */
  private userId: UserId | null = null;
  /** The room in whose call the person was, while they may want to go back. */
  readonly roomId = computed<RoomId | null>(() => {
    this.changes();
    const me = this.session.me();
    const lastCall = me && lastCallOf(localKeyValueStorage, me.userId);
    if (!lastCall || this.currentCall.roomId() !== null) return null;
    const isSeated = this.calls
      .byRoom()
      .get(lastCall.roomId)
      ?.peers.some(({ userId }) => userId === me.userId);
    return isOffered(lastCall, this.now(), isSeated ?? false) ? lastCall.roomId : null;
  });

  constructor() {
    const onStorage = ({ key }: StorageEvent): void => {
      const me = this.session.me();
      if (me && key === lastCallKey(me.userId)) this.refresh();
    };
    addEventListener('storage', onStorage, { signal: injectDestroySignal() });
    const timer = setInterval(() => {
      this.now.set(serverNow());
    }, lookEveryMs);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  /** The person is in this call; to be said again from time to time, in case the page never comes to say goodbye. */
  remember(roomId: RoomId, hasEnded = false): void {
    this.userId = this.session.me()?.userId ?? this.userId;
    if (this.userId) saveLastCall(localKeyValueStorage, this.userId, { roomId, at: serverNow(), hasEnded });
    this.refresh();
  }

  /** The person left, does not want to go back, or cannot. */
  forget(): void {
    const person = this.session.me()?.userId ?? this.userId;
    if (person) removeLastCall(localKeyValueStorage, person);
    this.refresh();
  }

  private refresh(): void {
    this.now.set(serverNow());
    this.changes.update((count) => count + 1);
  }
}
