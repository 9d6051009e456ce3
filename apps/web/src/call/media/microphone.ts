import { inject, Injectable } from '@angular/core';
import { Capture } from './capture';
import { Devices } from './devices';

/** One's voice, cleaned of echo and noise by the browser. */
@Injectable({ providedIn: 'root' })
export class Microphone {
  private readonly devices = inject(Devices);
  readonly capture = new Capture('microphone', async (media) => {
    await this.devices.look();
    const deviceId = this.devices.chosen('audioinput');
    const stream = await media.getUserMedia({
      audio: {
        ...(deviceId === null ? {} : { deviceId: { exact: deviceId } }),
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
      },
    });
    void this.devices.look();
    return stream;
  });
}
