import { Component, inject, input, signal } from '@angular/core';
import { Icon } from '../ui/icon';
import { CallDevices } from './call-devices';
import { CurrentCall } from './current-call';

/** What one does in a call. Beside the list of rooms there is space for half of it. */
@Component({
  selector: 'dcc-call-controls',
  imports: [CallDevices, Icon],
  host: { '[class.compact]': 'compact()' },
  template: `
    <button
      type="button"
      aria-label="Mute"
      [title]="call.muted() ? 'Unmute' : 'Mute'"
      [attr.aria-pressed]="call.muted()"
      (click)="call.toggleMute()"
    >
      <dcc-icon [name]="call.muted() ? 'microphone-off' : 'microphone'" /><span>Mute</span>
    </button>
    <button
      type="button"
      aria-label="Deafen"
      [title]="call.deafened() ? 'Hear again' : 'Hear nobody'"
      [attr.aria-pressed]="call.deafened()"
      (click)="call.toggleDeafen()"
    >
      <dcc-icon [name]="call.deafened() ? 'headphones-off' : 'headphones'" /><span>Deafen</span>
    </button>
    @if (!compact()) {
      <button
        type="button"
        class="shows"
        aria-label="Camera"
        title="Camera"
        [attr.aria-pressed]="call.camera.stream() !== null"
        (click)="call.toggle(call.camera)"
      >
        <dcc-icon name="camera" /><span>Camera</span>
      </button>
      <button
        type="button"
        class="shows"
        aria-label="Share screen"
        title="Share screen"
        [attr.aria-pressed]="call.screen.stream() !== null"
        (click)="call.toggle(call.screen)"
      >
        <dcc-icon name="screen" /><span>Share screen</span>
      </button>
      <button type="button" aria-label="Devices" title="Devices" (click)="choosesDevices.set(true)">
        <dcc-icon name="gear" />
      </button>
    }
    <button type="button" class="leave" aria-label="Leave call" title="Leave call" (click)="call.leave()">
      <dcc-icon name="hang-up" /><span>Leave call</span>
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
  protected readonly call = inject(CurrentCall);
  protected readonly choosesDevices = signal(false);
}
