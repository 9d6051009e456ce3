import { effect, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { PeerId } from '@devchitchat/contracts';
import { AudioPlayback } from '../media/audio-playback';
import { Devices } from '../media/devices';
import { Volume } from '../media/volume';
import type { PeerLink } from '../mesh/peer-link';
import { OwnVoiceState } from '../voice/own-voice-state';
import { CallSessionHolder } from './call-session-holder';
import type { CallSession } from './call-session';

/** Plays the audio of all peers, at the volume chosen for each user and on the chosen output device. */
@Injectable()
export class RemoteAudio {
  private readonly playback = inject(AudioPlayback);
  private readonly active = inject(CallSessionHolder);
  private readonly volume = inject(Volume);
  /** The links whose tracks are playing. A renewed link brings new tracks. */
  private playing: ReadonlyMap<PeerId, PeerLink> = new Map();

  constructor() {
    const voice = inject(OwnVoiceState);
    const devices = inject(Devices);
    this.active.changes.pipe(takeUntilDestroyed()).subscribe((session) => {
      this.play(session);
    });
    effect(() => {
      this.playback.setDeafened(voice.deafened());
    });
    effect(() => {
      void this.playback.setOutputDevice(devices.chosen('audiooutput') ?? '');
    });
    effect(() => {
      for (const [peerId, { userId }] of this.active.observe()?.roster ?? [])
        this.playback.setVolume(peerId, this.volume.of(userId));
    });
  }

  /** Call it in a click handler: browsers start audio only after a user gesture. */
  open(): void {
    this.playback.open();
  }

  close(): void {
    this.playing = new Map();
    this.playback.close();
  }

  private play({ mesh: { links }, roster }: CallSession): void {
    this.playback.retainOnly({
      has: (peerId) => roster.has(peerId) && links.get(peerId) === (this.playing.get(peerId) ?? links.get(peerId)),
    });
    this.playing = new Map(links);
    for (const peerId of roster.keys()) {
      for (const slot of ['microphone', 'screen-sound'] as const) {
        const track = links.get(peerId)?.receives(slot);
        if (track) this.playback.addTrack(peerId, track);
      }
    }
  }
}
