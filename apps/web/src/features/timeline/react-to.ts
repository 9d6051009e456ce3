import { Component, inject, input, output } from '@angular/core';
import type { Message } from '@devchitchat/contracts';
import { Outbox } from '../../client/outbox/outbox';
import { Dialog } from '../../platform/design/dialog';
import { EmojiPicker } from '../../platform/emoji/emoji-picker';
import { Translate } from '../../platform/language/translate';

/** Lets users choose the emoji of a reaction. */
@Component({
  selector: 'dcc-react-to',
  imports: [Dialog, EmojiPicker, Translate],
  template: `
    <dcc-dialog [heading]="'React' | t" [beside]="asker" (closed)="closed.emit()">
      <dcc-emoji-picker (chosen)="react($event)" />
      @if (outbox.problem(); as problem) {
        <p class="notice problem" role="alert">{{ problem }}</p>
      }
    </dcc-dialog>
  `,
})
export class ReactTo {
  readonly message = input.required<Message>();
  readonly closed = output();
  protected readonly outbox = inject(Outbox);
  /** The button that the user pressed, or the message on which they pressed a key. */
  protected readonly asker = document.activeElement?.closest('article') ? document.activeElement : null;

  protected react(emoji: string): void {
    if (this.outbox.react(this.message(), emoji, true)) this.closed.emit();
  }
}
