import { effect, inject, Injectable } from '@angular/core';
import { realClock } from '../../../platform/time/clock';
import { AudioPlayback } from '../media/audio-playback';
import { Microphone } from '../media/microphone';
import { ActiveSpeakers } from '../state/active-speakers';
import { OwnVoiceState } from '../voice/own-voice-state';
import { SpeakingWhileMuted } from '../voice/speaking-while-muted';
import { CallSessionHolder } from './call-session-holder';

/** Measures who is speaking during a call, the user included, and whether they speak while muted. */
@Injectable()
export class SpeechDetection {
  private readonly whileMuted = new SpeakingWhileMuted(realClock);
  readonly isSpeakingWhileMuted = this.whileMuted.isDetected;

  constructor() {
    const active = inject(CallSessionHolder);
    const playback = inject(AudioPlayback);
    const microphone = inject(Microphone).track;
    const speakers = inject(ActiveSpeakers);
    const voice = inject(OwnVoiceState);
    effect(() => {
      // The meter needs the audio context, which opens with each session.
      active.current();
      playback.meterMicrophone(microphone.stream()?.getAudioTracks()[0] ?? null);
    });
    effect((onCleanup) => {
      const me = active.peerId();
      if (me) onCleanup(speakers.watch(() => playback.levels(me)));
    });
    effect(() => {
      const me = active.peerId();
      this.whileMuted.update({
        muted: me !== null && voice.muted(),
        speaking: me !== null && speakers.peerIds().has(me),
      });
    });
  }
}
