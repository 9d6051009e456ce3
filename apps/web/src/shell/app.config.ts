import {
  type ApplicationConfig,
  inject,
  isDevMode,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import { provideRouter, withComponentInputBinding, withHashLocation } from '@angular/router';
import { provideServiceWorker } from '@angular/service-worker';
import { browserCache } from '../client/cache/browser-cache';
import type { Cache } from '../client/cache/cache';
import { Drafts } from '../client/drafts/drafts';
import { Outbox } from '../client/outbox/outbox';
import { Calls } from '../client/call/calls';
import { Directs } from '../client/directs/directs';
import { Notifier } from '../client/notifications/notifier';
import { Directory } from '../client/people/directory';
import { OwnPresence } from '../client/presence/own-presence';
import { hasServiceWorker } from '../platform/browser/capabilities';
import { Presence } from '../client/presence/presence';
import { ReadMarks } from '../client/reading/read-marks';
import { CatchUp } from '../client/sync/catch-up';
import { RoomKeeper } from '../client/rooms/room-keeper';
import { Rooms } from '../client/rooms/rooms';
import { routes } from './routes';
import { Session } from '../client/session/session';

export const appConfig = (cache: Cache): ApplicationConfig => ({
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(routes, withHashLocation(), withComponentInputBinding()),
    // Soon after the page stands, so that it opens without a network from the next time on.
    provideServiceWorker('ngsw-worker.js', {
      enabled: !isDevMode() && hasServiceWorker(),
      registrationStrategy: 'registerWhenStable:2000',
    }),
    { provide: browserCache, useValue: cache },
    provideAppInitializer(recall),
  ],
});

/** Everything kept is back before anything is shown, and before the server can say anything newer. */
async function recall(): Promise<void> {
  const [session, rooms, reading, directory] = [inject(Session), inject(Rooms), inject(ReadMarks), inject(Directory)];
  const [outbox, drafts] = [inject(Outbox), inject(Drafts)];
  const [keeper, directs] = [inject(RoomKeeper), inject(Directs)];
  // These only listen, and have to before the server says its first word.
  inject(CatchUp);
  inject(Calls);
  inject(OwnPresence);
  inject(Presence);
  inject(Notifier);
  try {
    await Promise.all([session.recall(), reading.recall(), directory.recall(), outbox.recall(), drafts.recall()]);
    await rooms.recall();
    await directs.recall();
    keeper.startFrom(rooms.held());
  } catch (error) {
    // Something kept is not of the form it was kept in. The server has all of it.
    reportError(error);
  }
  session.connect();
}
