import {
  type ApplicationConfig,
  inject,
  isDevMode,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import { provideRouter, withComponentInputBinding, withHashLocation } from '@angular/router';
import { provideServiceWorker } from '@angular/service-worker';
import { browserCache } from './cache/browser-cache';
import type { Cache } from './cache/cache';
import { Outbox } from './composer/outbox';
import { CurrentCall } from './call/current-call';
import { Directory } from './people/directory';
import { CatchUp } from './rooms/catch-up';
import { DeliveryAck } from './rooms/delivery-ack';
import { RoomKeeper } from './rooms/room-keeper';
import { Rooms } from './rooms/rooms';
import { Unread } from './rooms/unread';
import { routes } from './routes';
import { Session } from './session/session';

export const appConfig = (cache: Cache): ApplicationConfig => ({
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(routes, withHashLocation(), withComponentInputBinding()),
    // Soon after the page stands, so that it opens without a network from the next time on.
    provideServiceWorker('ngsw-worker.js', { enabled: !isDevMode(), registrationStrategy: 'registerWhenStable:2000' }),
    { provide: browserCache, useValue: cache },
    provideAppInitializer(recall),
  ],
});

/** Everything kept is back before anything is shown, and before the server can say anything newer. */
async function recall(): Promise<void> {
  const [session, rooms, unread, directory] = [inject(Session), inject(Rooms), inject(Unread), inject(Directory)];
  const [outbox, keeper] = [inject(Outbox), inject(RoomKeeper)];
  // These only listen, and have to before the server says its first word.
  inject(CatchUp);
  inject(DeliveryAck);
  inject(CurrentCall);
  await Promise.all([session.recall(), unread.recall(), directory.recall(), outbox.recall()]);
  await rooms.recall();
  keeper.startFrom(rooms.held());
  session.connect();
}
