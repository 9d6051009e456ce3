import { Injectable } from '@angular/core';
import { mediaDevices } from '../../../platform/browser/capabilities';
import { LocalTrack } from './local-track';

/** Captures a screen, a window or a tab, with its audio where the browser supports that. */
@Injectable({ providedIn: 'root' })
export class Screen {
  readonly track = new LocalTrack({
    device: 'screen',
    media: mediaDevices,
    capture: async (media) => {
      const stream = await media.getDisplayMedia({
        video: { width: { max: 1280 }, height: { max: 720 }, frameRate: { max: 15 } },
        audio: true,
      });
      // Sharp text matters more than a smooth frame rate.
      for (const track of stream.getVideoTracks()) track.contentHint = 'detail';
      return stream;
    },
  });
}
