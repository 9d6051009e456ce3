import { DestroyRef, effect, inject, Injectable } from '@angular/core';
import { injectDestroySignal } from '../../../platform/browser/destroy-signal';
import { RejoinOffer } from '../state/rejoin-offer';
import { CallActions } from './call-actions';
import { CallSessionHolder } from './call-session-holder';
import { holdWakeLock } from './screen-wake-lock';

const rememberEveryMs = 5_000;

/** Ends the call with the page or the sign-in session, and keeps the device awake during it. */
@Injectable()
export class CallLifecycle {
  constructor() {
    const call = inject(CallActions);
    const active = inject(CallSessionHolder);
    const rejoinOffer = inject(RejoinOffer);
    inject(DestroyRef).onDestroy(() => {
      call.leave();
    });
    const signal = injectDestroySignal();
    const confirmLeaving = (event: BeforeUnloadEvent): void => {
      if (active.current()) event.preventDefault();
    };
    addEventListener('beforeunload', confirmLeaving, { signal });
    addEventListener('pagehide', () => call.suspend(), { signal });
    effect((onCleanup) => {
      const session = active.current();
      if (!session) return;
      onCleanup(holdWakeLock());
      // A page that crashes sends no pagehide.
      const timer = setInterval(() => {
        rejoinOffer.remember(session.roomId);
      }, rememberEveryMs);
      onCleanup(() => {
        clearInterval(timer);
      });
    });
  }
}
