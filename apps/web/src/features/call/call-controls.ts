import { Component, inject, input, signal } from '@angular/core';
import { mediaDevices } from '../../platform/browser/capabilities';
import { Translate } from '../../platform/language/translate';
import { ControlLabel } from '../../platform/design/control-label';
import { Icon } from '../../platform/design/icon';
import { CallDevices } from './call-devices';
import { CallActions } from '../../client/call/session/call-actions';
import { LocalMedia } from '../../client/call/session/local-media';
import { SpeechDetection } from '../../client/call/session/speech-detection';
import { OwnVoiceState } from '../../client/call/voice/own-voice-state';

/**
 * The buttons of the current call, with those projected before the last. `compact` omits those that do not fit into the sidebar. Camera and screen ignore the
 * second click of a double click, which would undo the first or prompt twice.
 */
@Component({
  selector: 'dcc-call-controls',
  imports: [CallDevices, ControlLabel, Icon, Translate],
  host: { '[class.compact]': 'compact()' },
  template: `
    <div class="while-muted" role="status">
      @if (speech.isSpeakingWhileMuted()) {
        <p><dcc-icon name="microphone-off" />{{ 'You’re muted. No one can hear you.' | t }}</p>
      }
    </div>
    <button
      type="button"
      [attr.aria-label]="'Mute' | t"
      [title]="(voice.muted() ? 'Unmute' : 'Mute') | t"
      [attr.aria-pressed]="voice.muted()"
      (click)="voice.toggleMute()"
    >
      <dcc-icon [name]="voice.muted() ? 'microphone-off' : 'microphone'" /><span>{{ 'Mute' | t }}</span>
    </button>
    <button
      type="button"
      [attr.aria-label]="'Deafen' | t"
      [title]="(voice.deafened() ? 'Undeafen' : 'Deafen') | t"
      [attr.aria-pressed]="voice.deafened()"
      (click)="voice.toggleDeafen()"
    >
      <dcc-icon [name]="voice.deafened() ? 'headphones-off' : 'headphones'" /><span>{{ 'Deafen' | t }}</span>
    </button>
    @if (!compact()) {
      <button
        type="button"
        class="shows"
        [dccLabel]="'Camera' | t"
        [attr.aria-pressed]="media.camera.stream() !== null"
        (click)="$event.detail < 2 && media.toggle(media.camera)"
      >
        <dcc-icon name="camera" /><span>{{ 'Camera' | t }}</span>
      </button>
      @if (sharesScreens) {
        <button
          type="button"
          class="shows"
          [dccLabel]="'Share screen' | t"
          [attr.aria-pressed]="media.screen.stream() !== null"
          (click)="$event.detail < 2 && media.toggle(media.screen)"
        >
          <dcc-icon name="screen" /><span>{{ 'Share screen' | t }}</span>
        </button>
      }
      <button type="button" [dccLabel]="'Devices' | t" (click)="choosesDevices.set(true)">
        <dcc-icon name="gear" />
      </button>
    }
    <ng-content />
    <button type="button" class="leave" [dccLabel]="'Leave call' | t" (click)="call.leave()">
      <dcc-icon name="hang-up" /><span>{{ 'Leave call' | t }}</span>
    </button>
    @if (choosesDevices()) {
      @defer (on immediate) {
        <dcc-call-devices (closed)="choosesDevices.set(false)" />
      }
    }
  `,
})
export class CallControls {
  readonly compact = input(false);
  protected readonly call = inject(CallActions);
  protected readonly media = inject(LocalMedia);
  protected readonly speech = inject(SpeechDetection);
  protected readonly voice = inject(OwnVoiceState);
  /** No phone can. Without HTTPS, the button explains what is missing. */
  protected readonly sharesScreens = 'getDisplayMedia' in (mediaDevices() ?? { getDisplayMedia: null });
  protected readonly choosesDevices = signal(false);
}
