import {
  type ApplicationConfig,
  ErrorHandler,
  isDevMode,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideRouter,
  UrlSerializer,
  withComponentInputBinding,
  withHashLocation,
  withRouterConfig,
} from '@angular/router';
import { provideServiceWorker } from '@angular/service-worker';
import { browserCache } from '../client/cache/browser-cache';
import type { Cache } from '../client/cache/cache';
import { hasServiceWorker } from '../platform/browser/capabilities';
import { MissingPieces } from './notices/missing-pieces';
import { ForgivingUrls } from './forgiving-urls';
import { routes } from './routes';
import { personProviders } from '../client/session/person-scope';
import { forEachPerson } from './person-providers';
import { recall } from './recall';

export const appConfig = (cache: Cache): ApplicationConfig => ({
  providers: [
    provideBrowserGlobalErrorListeners(),
    { provide: ErrorHandler, useExisting: MissingPieces },
    provideRouter(
      routes,
      withHashLocation(),
      withComponentInputBinding(),
      // A Back that only closes something keeps the entries of the browser's history as they were.
      withRouterConfig({ canceledNavigationResolution: 'computed' }),
    ),
    { provide: UrlSerializer, useClass: ForgivingUrls },
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
