import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';
import { appConfig } from './app.config';
import { Cache } from './cache/cache';

Cache.open()
  .then((cache) => bootstrapApplication(App, appConfig(cache)))
  .catch((error: unknown) => {
    console.error(error);
  });
