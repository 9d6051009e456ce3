import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';
import { appConfig } from './app.config';
import { Cache } from './cache/cache';
import { voiceHere } from './language/chosen-language';
import { speak, t } from './language/t';

Promise.all([Cache.open(), speak(voiceHere())])
  .then(([cache]) => bootstrapApplication(App, appConfig(cache)))
  .catch((error: unknown) => {
    console.error(error);
    const words = document.createElement('p');
    words.setAttribute('role', 'alert');
    words.textContent = t('This page could not start. Reload it, and if that does not help, try another browser.');
    document.body.append(words);
  });
