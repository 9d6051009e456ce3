import { Component, input } from '@angular/core';

export type IconName =
  | 'add-person'
  | 'attach'
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
  | 'download'
  | 'edit'
  | 'file'
  | 'fold'
  | 'full-screen'
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
  | 'spotlight'
  | 'unread'
  | 'up'
  | 'warning';

/** An icon from the sprite in `index.html`. Hidden from assistive technology: its button has the label. */
@Component({
  selector: 'dcc-icon',
  host: { 'aria-hidden': 'true' },
  template: `<svg focusable="false"><use [attr.href]="'#icon-' + name()" /></svg>`,
})
export class Icon {
  readonly name = input.required<IconName>();
}
