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

/** Offers to rejoin the call that a reload, a closed tab or a crash interrupted. Never rejoins without a click. */
@Injectable()
export class RejoinOffer {
  private readonly session = inject(Session);
  private readonly currentCall = inject(CurrentCall);
  private readonly calls = inject(Calls);
  private readonly now = signal(serverNow());
  private readonly changes = signal(0);
  /** The session is already empty when a sign-out ends the call. */
  private userId: UserId | null = null;
  /** The room whose call is offered; `null` for no offer. */
  readonly roomId = computed<RoomId | null>(() => {
    this.changes();
    const me = this.session.me();
    const lastCall = me && lastCallOf(localKeyValueStorage, me.userId);
    if (!lastCall || this.currentCall.roomId() !== null) return null;
    const isListed = this.calls
      .byRoom()
      .get(lastCall.roomId)
      ?.peers.some(({ userId }) => userId === me.userId);
    return isOffered(lastCall, this.now(), isListed ?? false) ? lastCall.roomId : null;
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

  /** Stores that the user is in this call. Call it repeatedly, because a page that crashes stores nothing at its end. */
  remember(roomId: RoomId, hasEnded = false): void {
    this.userId = this.session.me()?.userId ?? this.userId;
    if (this.userId) saveLastCall(localKeyValueStorage, this.userId, { roomId, at: serverNow(), hasEnded });
    this.refresh();
  }

  /** The user left the call or dismissed the offer. */
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
