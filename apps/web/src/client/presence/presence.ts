import { effect, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { PresenceState, UserId } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { afterPresence, stateIn, type KnownPresence } from './known-presence';

/** How long what was told holds without a connection, in milliseconds. */
const holdsMs = 20_000;

/** Who is here, and how. */
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
      // A short interruption changes nobody; after a long one nothing is known any more.
      const timer = setTimeout(forget, state === 'closed' || state === 'signed-out' ? 0 : holdsMs);
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
  }

  /** `null` where it is not known. */
  of(userId: UserId): PresenceState | null {
    return stateIn(this.people(), userId);
  }
}
