import { Component, computed, inject, output } from '@angular/core';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Dialog } from '../../platform/design/dialog';
import { Select } from '../../platform/design/select';
import { AudioPlayback } from '../../client/call/media/audio-playback';
import { LocalMedia } from '../../client/call/session/local-media';
import { Devices, type DeviceKind } from '../../client/call/media/devices';
import { RelayOnly } from '../../client/call/state/relay-only';

const picker = (kind: DeviceKind, label: string, devices: readonly MediaDeviceInfo[]) => ({
  kind,
  label,
  options: [
    { value: '', text: t('System default') },
    ...devices.map((device) => ({ value: device.deviceId, text: device.label || label })),
  ],
});

/** Dialog for choosing microphone, camera and speaker. */
@Component({
  selector: 'dcc-call-devices',
  imports: [Dialog, Select, Translate],
  template: `
    <dcc-dialog [heading]="'Devices' | t" (closed)="closed.emit()">
      <form (submit)="$event.preventDefault(); closed.emit()">
        @for (picker of pickers(); track picker.kind) {
          <dcc-select
            [label]="picker.label"
            [options]="picker.options"
            [value]="devices.chosen(picker.kind) ?? ''"
            (valueChange)="choose(picker.kind, $event)"
          />
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
    picker('audioinput', t('Microphone'), this.devices.microphones()),
    picker('videoinput', t('Camera'), this.devices.cameras()),
    ...(this.playback.canChooseOutputDevice ? [picker('audiooutput', t('Speaker'), this.devices.speakers())] : []),
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
