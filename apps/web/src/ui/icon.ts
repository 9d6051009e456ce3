import { Component, input } from '@angular/core';

export type IconName =
  | 'add-person'
  | 'back'
  | 'camera'
  | 'check'
  | 'close'
  | 'compass'
  | 'copy'
  | 'device'
  | 'down'
  | 'gear'
  | 'hang-up'
  | 'hash'
  | 'headphones'
  | 'headphones-off'
  | 'leave'
  | 'link'
  | 'lock'
  | 'microphone'
  | 'microphone-off'
  | 'more'
  | 'people'
  | 'phone'
  | 'plus'
  | 'screen'
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
