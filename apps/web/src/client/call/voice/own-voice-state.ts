import { inject, Injectable } from '@angular/core';
import { Session } from '../../session/session';
import { PersistedVoiceState } from './persisted-voice-state';
import { localKeyValueStorage } from './key-value-storage';

/** Whether oneself is muted and deafened. There from the start, before any call. */
@Injectable({ providedIn: 'root' })
export class OwnVoiceState extends PersistedVoiceState {
  /** Set while a call here has the microphone. */
  isCapturing = false;

  constructor() {
    const session = inject(Session);
    super(() => session.me()?.userId ?? null, localKeyValueStorage);
    addEventListener('storage', ({ key, newValue }) => {
      this.storedElsewhere(key, newValue, this.isCapturing);
    });
  }
}
