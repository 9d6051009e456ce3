import { signal } from '@angular/core';
import type { UserId } from '@devchitchat/contracts';
import { PersistedVoiceState } from '../../voice/persisted-voice-state';
import { FakeMedia, type FakeDevice, type FakeTrack } from './fake-media';
import { MicrophoneTrack } from '../microphone-track';
import { TestClock } from '../../../../platform/time/testing/test-clock';
import type { KeyValueStorage } from '../../voice/key-value-storage';

export const ada = 'u_ada' as UserId;

export const storageIn = (kept: Map<string, string>): KeyValueStorage => ({
  read: (key) => kept.get(key) ?? null,
  write: (key, text) => {
    kept.set(key, text);
    return true;
  },
  remove: (key) => void kept.delete(key),
});

/** A user's page without a call and without a browser: their microphone and their mute state. */
export class PersonAtAMicrophone {
  readonly voice: PersistedVoiceState;
  readonly localTrack: MicrophoneTrack;
  private readonly chosen = signal<string | null>(null);

  constructor(
    readonly media: FakeMedia,
    readonly clock = new TestClock(),
    storage = storageIn(new Map()),
  ) {
    const listed = () => media.devices.filter(({ kind }) => kind === 'audioinput');
    this.voice = new PersistedVoiceState(() => ada, storage);
    this.localTrack = new MicrophoneTrack({
      media: () => media as unknown as MediaDevices,
      devices: {
        refresh: () => Promise.resolve(),
        microphones: (() => listed()) as never,
        chosen: () => (listed().some(({ deviceId }) => deviceId === this.chosen()) ? this.chosen() : null),
      },
      muted: this.voice.muted,
      clock: this.clock,
    });
    this.voice.changes.subscribe(() => {
      this.localTrack.voiceChanged();
    });
    media.addEventListener('devicechange', () => void this.localTrack.devicesChanged());
  }

  choose(device: FakeDevice | null): void {
    this.chosen.set(device?.deviceId ?? null);
  }

  /** The track that peers would hear. */
  get track(): FakeTrack | undefined {
    return this.localTrack.stream()?.getAudioTracks()[0] as FakeTrack | undefined;
  }
}
