import { inject, Injectable } from '@angular/core';
import { mediaDevices, permissionFor } from '../../../platform/browser/capabilities';
import { realClock } from '../../../platform/time/clock';
import { OwnVoiceState } from '../voice/own-voice-state';
import { Devices } from './devices';
import { MicrophoneTrack } from './microphone-track';

/** Connects the microphone track to mute state, device changes and permission. */
@Injectable({ providedIn: 'root' })
export class Microphone {
  readonly track: MicrophoneTrack;

  constructor() {
    const devices = inject(Devices);
    const voice = inject(OwnVoiceState);
    this.track = new MicrophoneTrack({
      media: mediaDevices,
      devices,
      muted: voice.muted,
      clock: realClock,
    });
    voice.changes.subscribe(() => {
      this.track.voiceChanged();
    });
    devices.changes.subscribe(() => {
      void this.track.devicesChanged();
    });
    void followPermission((state) => {
      this.track.permissionChanged(state);
    });
  }
}

/** Not every browser reports permission changes. */
async function followPermission(changed: (state: PermissionState) => void): Promise<void> {
  const status = await permissionFor('microphone');
  status?.addEventListener('change', () => {
    changed(status.state);
  });
}
