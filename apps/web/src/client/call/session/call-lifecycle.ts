import { effect, inject, Injectable } from '@angular/core';
import { Session } from '../../session/session';
import { RejoinOffer } from '../state/rejoin-offer';
import { ActiveCall } from './active-call';
import { ActiveSession } from './active-session';
import { holdWakeLock } from './screen-wake-lock';

const rememberEveryMs = 5_000;

/** Ends the call with the page or the sign-in session, and keeps the device awake during it. */
@Injectable({ providedIn: 'root' })
export class CallLifecycle {
  constructor() {
    const call = inject(ActiveCall);
    const active = inject(ActiveSession);
    const rejoinOffer = inject(RejoinOffer);
    inject(Session).ends.subscribe(() => {
      call.leave();
    });
    addEventListener('beforeunload', (event) => {
      if (active.current()) event.preventDefault();
    });
    addEventListener('pagehide', () => {
      call.suspend();
    });
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
