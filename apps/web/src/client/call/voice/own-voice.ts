import { inject, Injectable } from '@angular/core';
import { Session } from '../../session/session';
import { KeptVoice } from './kept-voice';
import { browserStorage } from './small-storage';

/** Whether oneself is muted and deafened. There from the start, before any call. */
@Injectable({ providedIn: 'root' })
export class OwnVoice extends KeptVoice {
  /** Set while a call here has the microphone. */
  hasMicrophone = false;

  constructor() {
    const session = inject(Session);
    super(() => session.me()?.userId ?? null, browserStorage);
    addEventListener('storage', ({ key, newValue }) => {
      this.keptElsewhere(key, newValue, this.hasMicrophone);
    });
  }
}
