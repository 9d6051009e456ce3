import { Component, computed, inject } from '@angular/core';
import { Translate } from '../../platform/language/translate';
import { Icon } from '../../platform/design/icon';
import { AudioPlayback } from '../../client/call/media/audio-playback';
import { LocalMedia } from '../../client/call/session/local-media';

/** Problems with playback, microphone, camera and screen, each with a remedy. */
@Component({
  selector: 'dcc-call-problems',
  imports: [Icon, Translate],
  template: `
    @if (playback.blocked()) {
      <p class="notice problem" role="alert">
        <dcc-icon name="warning" /><span>{{ 'Your browser is blocking sound.' | t }}</span>
        <button type="button" class="text-button" (click)="playback.unblock()">{{ 'Play sound' | t }}</button>
      </p>
    }
    @if (media.microphone.change(); as change) {
      <p class="notice" role="status">
        <dcc-icon name="microphone" /><span>{{ change }}</span>
      </p>
    }
    @for (each of tracks(); track each.device) {
      <p class="notice problem" role="alert">
        <dcc-icon name="warning" /><span>{{ each.problem.sentence }}</span>
        @if (each.problem.canRetry) {
          <button type="button" class="text-button" (click)="each.track.open()">{{ 'Try again' | t }}</button>
        }
      </p>
    }
  `,
})
export class CallProblems {
  protected readonly playback = inject(AudioPlayback);
  protected readonly media = inject(LocalMedia);
  protected readonly tracks = computed(() =>
    (['microphone', 'camera', 'screen'] as const).flatMap((device) => {
      const track = this.media[device];
      const problem = track.problem();
      return problem ? [{ device, track, problem }] : [];
    }),
  );
}
