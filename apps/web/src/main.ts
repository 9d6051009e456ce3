import { bootstrapApplication } from '@angular/platform-browser';
import * as z from 'zod';
import { App } from './app';
import { appConfig } from './app.config';
import { Cache } from './cache/cache';

// Its compiler tries `new Function`, which the content security policy forbids and reports.
z.config({ jitless: true });

bootstrapApplication(App, appConfig(await Cache.open())).catch((error: unknown) => {
  console.error(error);
});
