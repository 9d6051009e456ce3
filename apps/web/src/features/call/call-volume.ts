import { Component, computed, inject, input } from '@angular/core';
import type { UserId } from '@devchitchat/contracts';
import { Volume } from '../../client/call/media/volume';
import { Translate } from '../../platform/language/translate';

/** How loud another participant is on this device. */
@Component({
  selector: 'dcc-call-volume',
  imports: [Translate],
  template: `
    <input
      type="range"
      min="0"
      max="200"
      step="5"
      [attr.aria-label]="'Volume of {name}' | t: { name: name() }"
      [attr.aria-valuetext]="percent() + ' %'"
      [title]="'Volume: {percent} %' | t: { percent: percent() }"
      [value]="percent()"
      (input)="volume.set(userId(), $any($event.target).valueAsNumber)"
    />
  `,
})
export class CallVolume {
  readonly userId = input.required<UserId>();
  readonly name = input.required<string>();
  protected readonly volume = inject(Volume);
  protected readonly percent = computed(() => this.volume.of(this.userId()));
}
