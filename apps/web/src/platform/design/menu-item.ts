import { Component, input } from '@angular/core';
import { Icon, type IconName } from './icon';

/** An entry of a `dcc-menu`. */
@Component({
  selector: 'button[dccMenuItem]',
  imports: [Icon],
  host: { type: 'button', role: 'menuitem' },
  template: `
    @if (icon(); as name) {
      <dcc-icon [name]="name" />
    }
    <ng-content />
  `,
})
export class MenuItem {
  readonly icon = input<IconName>();
}
