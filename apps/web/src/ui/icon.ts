import { Component, input } from '@angular/core';

export type IconName =
  | 'add-person'
  | 'back'
  | 'check'
  | 'close'
  | 'compass'
  | 'copy'
  | 'device'
  | 'down'
  | 'gear'
  | 'hash'
  | 'leave'
  | 'link'
  | 'lock'
  | 'more'
  | 'people'
  | 'plus'
  | 'search'
  | 'send'
  | 'warning';

/** A drawing from the sprite `icons.svg`. Says nothing to assistive technology: its button does. */
@Component({
  selector: 'dcc-icon',
  host: { 'aria-hidden': 'true' },
  template: `<svg focusable="false"><use [attr.href]="'icons.svg#' + name()" /></svg>`,
})
export class Icon {
  readonly name = input.required<IconName>();
}
