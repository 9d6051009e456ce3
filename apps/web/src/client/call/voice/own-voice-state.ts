import { inject, Injectable } from '@angular/core';
import { Session } from '../../session/session';
import { PersistedVoiceState } from './persisted-voice-state';
import { localKeyValueStorage } from './key-value-storage';

/** Whether the signed-in user is muted and deafened. Available before and outside calls. */
@Injectable({ providedIn: 'root' })
export class OwnVoiceState extends PersistedVoiceState {
  /** Set while this tab captures the microphone for a call. */
  isCapturing = false;

  constructor() {
    const session = inject(Session);
    super(() => session.me()?.userId ?? null, localKeyValueStorage);
    addEventListener('storage', ({ key, newValue }) => {
      this.storedElsewhere(key, newValue, this.isCapturing);
    });
  }
}
