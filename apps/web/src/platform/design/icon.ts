import { Component, input } from '@angular/core';

export type IconName =
  | 'add-person'
  | 'back'
  | 'bell'
  | 'bin'
  | 'bot'
  | 'calendar'
  | 'camera'
  | 'check'
  | 'close'
  | 'compass'
  | 'copy'
  | 'device'
  | 'down'
  | 'edit'
  | 'gear'
  | 'hang-up'
  | 'hash'
  | 'headphones'
  | 'headphones-off'
  | 'history'
  | 'leave'
  | 'keyboard'
  | 'link'
  | 'lock'
  | 'microphone'
  | 'microphone-off'
  | 'more'
  | 'people'
  | 'phone'
  | 'pin'
  | 'plus'
  | 'pulse'
  | 'reply'
  | 'screen'
  | 'search'
  | 'send'
  | 'smile'
  | 'unread'
  | 'up'
  | 'warning';

/** A drawing from the sprite in `index.html`. Says nothing to assistive technology: its button does. */
@Component({
  selector: 'dcc-icon',
  host: { 'aria-hidden': 'true' },
  template: `<svg focusable="false"><use [attr.href]="'#icon-' + name()" /></svg>`,
})
export class Icon {
  readonly name = input.required<IconName>();
}
