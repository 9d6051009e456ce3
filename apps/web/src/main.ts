import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './shell/app';
import { appConfig } from './shell/app.config';
import { Cache } from './client/cache/cache';
import { voiceHere } from './platform/language/chosen-language';
import { speak, t } from './platform/language/t';
import { keepKeysOfInputMethods } from './platform/browser/input-method';

keepKeysOfInputMethods(document);

Promise.all([Cache.open(), speak(voiceHere())])
  .then(([cache]) => bootstrapApplication(App, appConfig(cache)))
  .catch((error: unknown) => {
    console.error(error);
    const words = document.createElement('p');
    words.setAttribute('role', 'alert');
    words.textContent = t('This page couldn’t start. Reload it. If that doesn’t help, try another browser.');
    document.body.append(words);
  });
