import { Component, inject } from '@angular/core';
import { Translate } from '../../platform/language/translate';
import { Icon } from '../../platform/design/icon';
import { OwnVoiceState } from '../../client/call/voice/own-voice-state';

/** Mute and deafen outside calls. The next call starts with them. */
@Component({
  selector: 'dcc-own-voice-controls',
  imports: [Icon, Translate],
  template: `
    <button
      type="button"
      class="icon-button"
      [attr.aria-label]="'Mute' | t"
      [title]="(voice.muted() ? 'Unmute' : 'Mute') | t"
      [attr.aria-pressed]="voice.muted()"
      (click)="voice.toggleMute()"
    >
      <dcc-icon [name]="voice.muted() ? 'microphone-off' : 'microphone'" />
    </button>
    <button
      type="button"
      class="icon-button"
      [attr.aria-label]="'Deafen' | t"
      [title]="(voice.deafened() ? 'Undeafen' : 'Deafen') | t"
      [attr.aria-pressed]="voice.deafened()"
      (click)="voice.toggleDeafen()"
    >
      <dcc-icon [name]="voice.deafened() ? 'headphones-off' : 'headphones'" />
    </button>
  `,
})
export class OwnVoiceControls {
  protected readonly voice = inject(OwnVoiceState);
}
