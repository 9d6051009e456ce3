import type { Clock } from '../../../platform/time/clock';
import type { Devices } from './devices';
import { ReacquiringTrack } from './reacquiring-track';

export interface MicrophoneTrackOptions {
  readonly media: () => MediaDevices | undefined;
  readonly devices: Pick<Devices, 'refresh' | 'chosen' | 'microphones'>;
  /** Read for every track that is opened, before anybody gets it. */
  readonly muted: () => boolean;
  readonly clock: Clock;
}

/** One's voice, cleaned of echo and noise by the browser. While its person is muted, no track of it is ever enabled. */
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

  /** The person muted or unmuted themselves. */
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
    // Just unplugged, or held by another program: any other one will do meanwhile.
    if (chosen === null || (error instanceof Error && error.name === 'NotAllowedError')) throw error;
    return record(null);
  });
  // Browsers name devices only after one of them was allowed.
  await devices.refresh();
  return stream;
}
