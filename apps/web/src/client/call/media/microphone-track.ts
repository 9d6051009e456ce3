import type { Clock } from '../../../platform/time/clock';
import type { Devices } from './devices';
import { ReacquiringTrack } from './reacquiring-track';

export interface MicrophoneTrackOptions {
  readonly media: () => MediaDevices | undefined;
  readonly devices: Pick<Devices, 'refresh' | 'chosen' | 'microphones'>;
  /** Read for every new track before it is exposed. */
  readonly muted: () => boolean;
  readonly clock: Clock;
}

/** The microphone, with the browser's echo cancellation and noise suppression. While the user is muted, no track is enabled. */
export class MicrophoneTrack extends ReacquiringTrack {
  constructor(private readonly voice: MicrophoneTrackOptions) {
    const { media, devices, muted, clock } = voice;
    super({
      device: 'microphone',
      media,
      capture: (from) => captureVoice(from, devices),
      prepare: (stream) => {
        for (const track of stream.getAudioTracks()) track.enabled = !muted();
      },
      present: () => devices.microphones(),
      chosen: () => devices.chosen('audioinput'),
      clock,
    });
  }

  /** The user muted or unmuted. */
  voiceChanged(): void {
    for (const track of this.stream()?.getAudioTracks() ?? []) track.enabled = !this.voice.muted();
  }
}

async function captureVoice(media: MediaDevices, devices: MicrophoneTrackOptions['devices']): Promise<MediaStream> {
  const record = (deviceId: string | null) =>
    media.getUserMedia({
      audio: {
        ...(deviceId === null ? {} : { deviceId: { exact: deviceId } }),
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
      },
    });
  await devices.refresh();
  const chosen = devices.chosen('audioinput');
  const stream = await record(chosen).catch((error: unknown) => {
    // Unplugged just now, or in use by another program: fall back to any device.
    if (chosen === null || (error instanceof Error && error.name === 'NotAllowedError')) throw error;
    return record(null);
  });
  // Browsers list devices only after the user allowed one.
  await devices.refresh();
  return stream;
}
