import { inject, Injectable } from '@angular/core';
import { mediaDevices } from '../../../platform/browser/capabilities';
import { LocalTrack } from './local-track';
import { Devices } from './devices';

/** Captures the camera, at a small size and rate because it is encoded once per peer. Opens only when the user turns it on. */
@Injectable({ providedIn: 'root' })
export class Camera {
  private readonly devices = inject(Devices);
  readonly track = new LocalTrack({
    device: 'camera',
    media: mediaDevices,
    capture: async (media) => {
      await this.devices.refresh();
      const deviceId = this.devices.chosen('videoinput');
      const stream = await media.getUserMedia({
        video: {
          ...(deviceId === null ? {} : { deviceId: { exact: deviceId } }),
          width: { ideal: 320 },
          height: { ideal: 180 },
          frameRate: { ideal: 15, max: 15 },
        },
      });
      void this.devices.refresh();
      return stream;
    },
  });
}
