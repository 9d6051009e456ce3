import { Component, computed, inject, input, output } from '@angular/core';
import { t } from '../../platform/language/t';
import type { Label } from '../../platform/language/text';
import { Translate } from '../../platform/language/translate';
import { ControlLabel } from '../../platform/design/control-label';
import { Icon, type IconName } from '../../platform/design/icon';
import { EmojiHabits } from '../../platform/emoji/emoji-habits';

/** The actions on a message; `sheet` shows the others in a sheet, for fingers. */
export type MessageAction =
  'react' | 'reply' | 'edit' | 'pin' | 'unpin' | 'unread' | 'history' | 'copy' | 'delete' | 'sheet';

export const actionFaces: Readonly<
  Record<Exclude<MessageAction, 'sheet'>, { readonly label: Label; readonly icon: IconName }>
> = {
  react: { label: 'React', icon: 'smile' },
  reply: { label: 'Reply', icon: 'reply' },
  edit: { label: 'Edit', icon: 'edit' },
  pin: { label: 'Pin', icon: 'pin' },
  unpin: { label: 'Unpin', icon: 'pin' },
  unread: { label: 'Mark as unread', icon: 'unread' },
  history: { label: 'Edit history', icon: 'history' },
  copy: { label: 'Copy text', icon: 'copy' },
  delete: { label: 'Delete', icon: 'bin' },
};

export type OfferedAction = keyof typeof actionFaces;

interface Situation {
  readonly isMine: boolean;
  /** The reader is an owner or moderator here. */
  readonly moderates: boolean;
  readonly pinned: boolean;
  readonly wasEdited: boolean;
}

/** The actions that a reader has on a message, in their order. */
export const actionsFor = ({ isMine, moderates, pinned, wasEdited }: Situation): readonly OfferedAction[] => [
  'react',
  'reply',
  ...(isMine ? (['edit'] as const) : []),
  pinned ? 'unpin' : 'pin',
  'unread',
  ...(wasEdited ? (['history'] as const) : []),
  ...(isMine || moderates ? (['delete'] as const) : []),
];

/** The buttons beside the message under the pointer or in focus. The reader's usual reactions come first. */
@Component({
  selector: 'dcc-message-actions',
  imports: [ControlLabel, Icon, Translate],
  host: { role: 'toolbar', '[attr.aria-label]': 'label' },
  template: `
    @for (emoji of quick; track emoji) {
      <button
        type="button"
        class="icon-button quick emoji"
        [title]="'React with {emoji}' | t: { emoji }"
        (click)="react(emoji)"
      >
        {{ emoji }}
      </button>
    }
    @for (button of buttons(); track button.action) {
      <button type="button" class="icon-button" [dccLabel]="button.label | t" (click)="chosen.emit(button.action)">
        <dcc-icon [name]="button.icon" />
      </button>
    }
  `,
})
export class MessageActions {
  protected readonly label = t('Message actions');
  readonly actions = input.required<readonly OfferedAction[]>();
  readonly chosen = output<MessageAction>();
  /** A quick reaction. */
  readonly reacted = output<string>();
  private readonly habits = inject(EmojiHabits);
  /** As of the bar's appearance, so that nothing moves under the pointer. */
  protected readonly quick = this.habits.quick();
  protected readonly buttons = computed(() => this.actions().map((action) => ({ action, ...actionFaces[action] })));

  protected react(emoji: string): void {
    this.habits.repeat(emoji);
    this.reacted.emit(emoji);
  }
}
