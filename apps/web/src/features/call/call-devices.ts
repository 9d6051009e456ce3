import { Component, computed, inject, output } from '@angular/core';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Dialog } from '../../platform/design/dialog';
import { AudioPlayback } from '../../client/call/media/audio-playback';
import { LocalMedia } from '../../client/call/session/local-media';
import { Devices, type DeviceKind } from '../../client/call/media/devices';
import { RelayOnly } from '../../client/call/state/relay-only';

/** Dialog for choosing microphone, camera and speaker. */
@Component({
  selector: 'dcc-call-devices',
  imports: [Dialog, Translate],
  template: `
    <dcc-dialog [heading]="'Devices' | t" (closed)="closed.emit()">
      <form (submit)="$event.preventDefault(); closed.emit()">
        @for (picker of pickers(); track picker.kind) {
          <div class="field">
            <label [for]="picker.kind">{{ picker.label }}</label>
            <select [id]="picker.kind" (change)="choose(picker.kind, $any($event.target).value)">
              <option value="" [selected]="!devices.chosen(picker.kind)">{{ 'System default' | t }}</option>
              @for (device of picker.devices; track device.deviceId) {
                <option [value]="device.deviceId" [selected]="devices.chosen(picker.kind) === device.deviceId">
                  {{ device.label || picker.label }}
                </option>
              }
            </select>
          </div>
        }
        <label class="check">
          <input
            type="checkbox"
            [attr.aria-label]="'Through the relay only' | t"
            [checked]="relayOnly.isChosen()"
            (change)="relayOnly.choose(!relayOnly.isChosen())"
          />
          <span>
            <b>{{ 'Through the relay only' | t }}</b>
            <small>{{ 'Hides your network address from the others. Takes effect with your next call.' | t }}</small>
          </span>
        </label>
        <div class="actions">
          <button type="submit" class="primary">{{ 'Done' | t }}</button>
        </div>
      </form>
    </dcc-dialog>
  `,
})
export class CallDevices {
  readonly closed = output();
  private readonly media = inject(LocalMedia);
  private readonly playback = inject(AudioPlayback);
  protected readonly devices = inject(Devices);
  protected readonly relayOnly = inject(RelayOnly);

  protected readonly pickers = computed(() => [
    { kind: 'audioinput' as const, label: t('Microphone'), devices: this.devices.microphones() },
    { kind: 'videoinput' as const, label: t('Camera'), devices: this.devices.cameras() },
    ...(this.playback.canChooseOutputDevice
      ? [{ kind: 'audiooutput' as const, label: t('Speaker'), devices: this.devices.speakers() }]
      : []),
  ]);

  constructor() {
    void this.devices.refresh();
  }

  protected choose(kind: DeviceKind, deviceId: string): void {
    this.devices.choose(kind, deviceId || null);
    if (kind === 'audioinput') void this.media.microphone.reopen();
    if (kind === 'videoinput' && this.media.camera.stream()) void this.media.camera.open();
  }
}
