import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';
import { appConfig } from './app.config';
import { Cache } from './cache/cache';
import { voiceHere } from './language/chosen-language';
import { speak } from './language/t';

Promise.all([Cache.open(), speak(voiceHere())])
  .then(([cache]) => bootstrapApplication(App, appConfig(cache)))
  .catch((error: unknown) => {
    console.error(error);
  });
