import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Message } from '@devchitchat/contracts';
import { Outbox } from '../../client/outbox/outbox';
import { Session } from '../../client/session/session';
import { copy } from '../../platform/design/clipboard';
import { Dialog } from '../../platform/design/dialog';
import { Icon } from '../../platform/design/icon';
import { EmojiHabits } from '../../platform/emoji/emoji-habits';
import { Translate } from '../../platform/language/translate';
import { actionFaces, actionsFor, type MessageAction, type OfferedAction } from './message-actions';

/** The actions of a message on a touch screen: a sheet that a tap opens, with buttons as large as fingers. */
@Component({
  selector: 'dcc-message-sheet',
  imports: [Dialog, Icon, Translate],
  template: `
    <dcc-dialog [heading]="'Message actions' | t" (closed)="closed.emit()">
      <div class="quick emoji">
        @for (emoji of quick; track emoji) {
          <button type="button" [title]="'React with {emoji}' | t: { emoji }" (click)="react(emoji)">
            {{ emoji }}
          </button>
        }
      </div>
      <ul>
        @for (button of buttons(); track button.action) {
          <li>
            <button type="button" [class.danger]="button.action === 'delete'" (click)="choose(button.action)">
              <dcc-icon [name]="button.icon" />{{ button.label | t }}
            </button>
          </li>
        }
      </ul>
      @if (copyFailed()) {
        <p class="notice problem" role="alert">{{ 'Select it and copy' | t }}</p>
      }
    </dcc-dialog>
  `,
})
export class MessageSheet {
  readonly message = input.required<Message>();
  readonly moderates = input.required<boolean>();
  readonly pinned = input.required<boolean>();
  readonly chosen = output<MessageAction>();
  readonly closed = output();
  private readonly outbox = inject(Outbox);
  private readonly session = inject(Session);
  protected readonly copyFailed = signal(false);
  private readonly habits = inject(EmojiHabits);
  protected readonly quick = this.habits.quick();

  protected readonly buttons = computed(() => {
    const { userId, revision } = this.message();
    const offered = actionsFor({
      isMine: userId === this.session.me()?.userId,
      moderates: this.moderates(),
      pinned: this.pinned(),
      wasEdited: revision > 0,
    });
    const before = offered.filter((action) => action !== 'delete');
    const actions: readonly OfferedAction[] = [...before, 'copy', ...offered.filter((action) => action === 'delete')];
    return actions.map((action) => ({ action, ...actionFaces[action] }));
  });

  protected react(emoji: string): void {
    this.habits.repeat(emoji);
    const me = this.session.me()?.userId;
    const isMine = this.message().reactions.some((reaction) => reaction.emoji === emoji && reaction.userId === me);
    if (this.outbox.react(this.message(), emoji, !isMine)) this.closed.emit();
  }

  protected choose(action: OfferedAction): void {
    if (action !== 'copy') return this.chosen.emit(action);
    void copy(this.message().text ?? '').then((isCopied) => {
      if (isCopied) this.closed.emit();
      else this.copyFailed.set(true);
    });
  }
}
