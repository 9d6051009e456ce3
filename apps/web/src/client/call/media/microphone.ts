import { inject, Injectable } from '@angular/core';
import { mediaDevices, permissionFor } from '../../../platform/browser/capabilities';
import { realClock } from '../../../platform/time/clock';
import { OwnVoice } from '../voice/own-voice';
import { Devices } from './devices';
import { VoiceCapture } from './voice-capture';

/** The microphone of this device, which hears of everything it follows. */
@Injectable({ providedIn: 'root' })
export class Microphone {
  readonly capture: VoiceCapture;

  constructor() {
    const devices = inject(Devices);
    const voice = inject(OwnVoice);
    this.capture = new VoiceCapture({
      media: mediaDevices,
      devices,
      muted: voice.muted,
      clock: realClock,
    });
    voice.changes.subscribe(() => {
      this.capture.voiceChanged();
    });
    devices.changes.subscribe(() => {
      void this.capture.devicesChanged();
    });
    void followPermission((state) => {
      this.capture.permissionChanged(state);
    });
  }
}

/** Not every browser tells of it. */
async function followPermission(changed: (state: PermissionState) => void): Promise<void> {
  const status = await permissionFor('microphone');
  status?.addEventListener('change', () => {
    changed(status.state);
  });
}
