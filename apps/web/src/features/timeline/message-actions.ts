import { Component, computed, input, output } from '@angular/core';
import { t } from '../../platform/language/t';
import type { Label } from '../../platform/language/text';
import { Translate } from '../../platform/language/translate';
import { ControlLabel } from '../../platform/design/control-label';
import { Icon, type IconName } from '../../platform/design/icon';

/** The actions on a message. */
export type MessageAction = 'react' | 'reply' | 'edit' | 'pin' | 'unpin' | 'unread' | 'history' | 'delete';

const faces: Readonly<Record<MessageAction, { readonly label: Label; readonly icon: IconName }>> = {
  react: { label: 'React', icon: 'smile' },
  reply: { label: 'Reply', icon: 'reply' },
  edit: { label: 'Edit', icon: 'edit' },
  pin: { label: 'Pin', icon: 'pin' },
  unpin: { label: 'Unpin', icon: 'pin' },
  unread: { label: 'Mark as unread', icon: 'unread' },
  history: { label: 'Edit history', icon: 'history' },
  delete: { label: 'Delete', icon: 'bin' },
};

/** The buttons beside the message under the pointer or in focus. */
@Component({
  selector: 'dcc-message-actions',
  imports: [ControlLabel, Icon, Translate],
  host: { role: 'toolbar', '[attr.aria-label]': 'label' },
  template: `
    @for (button of buttons(); track button.action) {
      <button type="button" class="icon-button" [dccLabel]="button.label | t" (click)="chosen.emit(button.action)">
        <dcc-icon [name]="button.icon" />
      </button>
    }
  `,
})
export class MessageActions {
  protected readonly label = t('Message actions');
  readonly actions = input.required<readonly MessageAction[]>();
  readonly chosen = output<MessageAction>();
  protected readonly buttons = computed(() => this.actions().map((action) => ({ action, ...faces[action] })));
}
