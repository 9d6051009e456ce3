import { effect, inject, Injectable } from '@angular/core';
import type { Stream } from '@devchitchat/contracts';
import { Camera } from '../media/camera';
import type { LocalTrack } from '../media/local-track';
import { Microphone } from '../media/microphone';
import { Screen } from '../media/screen';
import { OwnVoiceState } from '../voice/own-voice-state';
import { CallSessionHolder } from './call-session-holder';

/** Microphone, camera and screen of this tab. Sends what they capture to all peers and publishes it to the server. */
@Injectable()
export class LocalMedia {
  readonly microphone = inject(Microphone).track;
  readonly camera = inject(Camera).track;
  readonly screen = inject(Screen).track;
  private readonly active = inject(CallSessionHolder);
  private readonly voice = inject(OwnVoiceState);

  constructor() {
    effect(() => {
      const voice = this.voice.state();
      this.active.current()?.setVoice(voice);
    });
    effect(() => {
      const track = this.microphone.stream()?.getAudioTracks()[0] ?? null;
      this.active.current()?.mesh.send('microphone', track);
    });
    effect(() => {
      const [session, camera, screen] = [this.active.current(), this.camera.stream(), this.screen.stream()];
      if (!session) return;
      session.mesh.send('camera', camera?.getVideoTracks()[0] ?? null);
      session.mesh.send('screen', screen?.getVideoTracks()[0] ?? null);
      session.mesh.send('screen-sound', screen?.getAudioTracks()[0] ?? null);
      session.setStreams(publishedStreams(camera, screen));
    });
  }

  /** Opens the microphone. Camera and screen open only when the user turns them on. */
  async open(): Promise<void> {
    this.voice.isCapturing = true;
    await this.microphone.open();
  }

  close(): void {
    for (const track of [this.microphone, this.camera, this.screen]) track.close();
    this.voice.isCapturing = false;
  }

  async toggle(track: LocalTrack): Promise<void> {
    if (track.stream()) track.close();
    else await track.open();
    // The user left the call while the browser asked for permission.
    if (!this.active.current()) track.close();
  }
}

function publishedStreams(camera: MediaStream | null, screen: MediaStream | null): readonly Stream[] {
  const streams: Stream[] = [];
  if (camera) streams.push({ kind: 'camera', sound: false });
  if (screen) streams.push({ kind: 'screen', sound: screen.getAudioTracks().length > 0 });
  return streams;
}
