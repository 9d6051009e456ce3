import { Component, output } from '@angular/core';
import { ControlLabel } from '../../platform/design/control-label';
import { Icon } from '../../platform/design/icon';
import { Translate } from '../../platform/language/translate';

/** Lets the user choose files of their device. */
@Component({
  selector: 'dcc-attach-button',
  imports: [ControlLabel, Icon, Translate],
  template: `
    <input #picker type="file" multiple hidden (change)="chose(picker)" />
    <button type="button" class="icon-button" [dccLabel]="'Attach' | t" (click)="picker.click()">
      <dcc-icon name="attach" />
    </button>
  `,
})
export class AttachButton {
  readonly chosen = output<readonly File[]>();

  protected chose(picker: HTMLInputElement): void {
    const files = [...(picker.files ?? [])];
    // The same file can be chosen again.
    picker.value = '';
    if (files.length > 0) this.chosen.emit(files);
  }
}
