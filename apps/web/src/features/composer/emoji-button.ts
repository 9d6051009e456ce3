import { afterNextRender, Component, inject, Injector, output, signal } from '@angular/core';
import { ControlLabel } from '../../platform/design/control-label';
import { Dialog } from '../../platform/design/dialog';
import { Icon } from '../../platform/design/icon';
import { EmojiPicker } from '../../platform/emoji/emoji-picker';
import { Translate } from '../../platform/language/translate';

/** Opens the emoji of a message. */
@Component({
  selector: 'dcc-emoji-button',
  imports: [ControlLabel, Dialog, EmojiPicker, Icon, Translate],
  template: `
    <button #asker type="button" class="icon-button" [dccLabel]="'Emoji' | t" (click)="isOpen.set(true)">
      <dcc-icon name="smile" />
    </button>
    @defer (when isOpen()) {
      @if (isOpen()) {
        <dcc-dialog [heading]="'Emoji' | t" [beside]="asker" (closed)="isOpen.set(false)">
          <dcc-emoji-picker (chosen)="choose($event)" />
        </dcc-dialog>
      }
    }
  `,
})
export class EmojiButton {
  readonly chosen = output<string>();
  protected readonly isOpen = signal(false);
  private readonly injector = inject(Injector);

  /** The dialog closes first: until then it takes the keys. */
  protected choose(emoji: string): void {
    this.isOpen.set(false);
    afterNextRender(
      () => {
        this.chosen.emit(emoji);
      },
      { injector: this.injector },
    );
  }
}
