import type { Clock } from '../../../platform/time/clock';
import type { Devices } from './devices';
import { FollowingCapture } from './following-capture';

export interface MicrophoneOptions {
  readonly media: () => MediaDevices | undefined;
  readonly devices: Pick<Devices, 'look' | 'chosen' | 'microphones'>;
  /** Read for every track that is opened, before anybody gets it. */
  readonly muted: () => boolean;
  readonly clock: Clock;
}

/** One's voice, cleaned of echo and noise by the browser. While its person is muted, no track of it is ever enabled. */
export class VoiceCapture extends FollowingCapture {
  constructor(private readonly voice: MicrophoneOptions) {
    const { media, devices, muted, clock } = voice;
    super({
      device: 'microphone',
      media,
      record: (from) => recordVoice(from, devices),
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

async function recordVoice(media: MediaDevices, devices: MicrophoneOptions['devices']): Promise<MediaStream> {
  const record = (deviceId: string | null) =>
    media.getUserMedia({
      audio: {
        ...(deviceId === null ? {} : { deviceId: { exact: deviceId } }),
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
      },
    });
  await devices.look();
  const chosen = devices.chosen('audioinput');
  const stream = await record(chosen).catch((error: unknown) => {
    // Just unplugged, or held by another program: any other one will do meanwhile.
    if (chosen === null || (error instanceof Error && error.name === 'NotAllowedError')) throw error;
    return record(null);
  });
  // Browsers name devices only after one of them was allowed.
  await devices.look();
  return stream;
}
