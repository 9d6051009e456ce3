import { effect, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { PresenceState, UserId } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { afterPresence, stateIn, type KnownPresence } from './known-presence';

/** Milliseconds that known presence stays valid without a connection. */
const holdsMs = 20_000;

/** The presence of all users. */
@Injectable()
export class Presence {
  private readonly people = signal<KnownPresence>(null);

  constructor() {
    const connection = inject(Connection);
    connection.presence.pipe(takeUntilDestroyed()).subscribe((news) => {
      this.people.update((known) => afterPresence(known, news));
    });
    effect((onCleanup) => {
      const state = connection.state();
      if (state === 'online') return;
      const forget = (): void => {
        this.people.set(null);
      };
      // A short interruption changes nothing; after a long one all presence is unknown.
      const timer = setTimeout(forget, state === 'closed' || state === 'signed-out' ? 0 : holdsMs);
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
  }

  /** `null` if it is unknown. */
  of(userId: UserId): PresenceState | null {
    return stateIn(this.people(), userId);
  }
}
