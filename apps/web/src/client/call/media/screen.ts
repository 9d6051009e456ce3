import { Injectable } from '@angular/core';
import { mediaDevices } from '../../../platform/browser/capabilities';
import { LocalTrack } from './local-track';

/** A screen, a window or a tab, with its sound where the browser gives it. */
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
      // Letters have to stay sharp; that a picture comes a little later hurts nobody.
      for (const track of stream.getVideoTracks()) track.contentHint = 'detail';
      return stream;
    },
  });
}
