import {
  type ApplicationConfig,
  inject,
  type Injector,
  isDevMode,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import { provideRouter, withComponentInputBinding, withHashLocation } from '@angular/router';
import { provideServiceWorker } from '@angular/service-worker';
import { browserCache } from '../client/cache/browser-cache';
import type { Cache } from '../client/cache/cache';
import { Drafts } from '../client/drafts/drafts';
import { Directs } from '../client/directs/directs';
import { Directory } from '../client/people/directory';
import { hasServiceWorker } from '../platform/browser/capabilities';
import { ReadMarks } from '../client/reading/read-marks';
import { RoomKeeper } from '../client/rooms/room-keeper';
import { Rooms } from '../client/rooms/rooms';
import { routes } from './routes';
import { PersonScope, personProviders } from '../client/session/person-scope';
import { Session } from '../client/session/session';
import { UnsentEntries } from '../client/outbox/unsent-entries';
import { forEachPerson } from './person-providers';

export const appConfig = (cache: Cache): ApplicationConfig => ({
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(routes, withHashLocation(), withComponentInputBinding()),
    // Registers soon after the page is shown, so that the next start works without a network.
    provideServiceWorker('ngsw-worker.js', {
      enabled: !isDevMode() && hasServiceWorker(),
      registrationStrategy: 'registerWhenStable:2000',
    }),
    { provide: browserCache, useValue: cache },
    { provide: personProviders, useValue: forEachPerson },
    provideAppInitializer(recall),
  ],
});

/** Restores all stored data before the first rendering, and before the server can send newer data. */
async function recall(): Promise<void> {
  const [session, scope, unsent, drafts] = [
    inject(Session),
    inject(PersonScope),
    inject(UnsentEntries),
    inject(Drafts),
  ];
  try {
    await Promise.all([session.recall(), unsent.recall(), drafts.recall()]);
    const injector = scope.injector();
    if (injector) await recallFor(injector);
  } catch (error) {
    // Stored data has an unexpected form. The server has all of it.
    reportError(error);
  }
  session.connect();
}

async function recallFor(person: Injector): Promise<void> {
  const rooms = person.get(Rooms);
  await Promise.all([person.get(ReadMarks).recall(), person.get(Directory).recall()]);
  await rooms.recall();
  // Before its timer fires, so that it does not write back everything it has just read.
  person.get(RoomKeeper).startFrom(rooms.held());
  await person.get(Directs).recall();
}
