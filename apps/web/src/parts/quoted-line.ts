import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { directionOf } from '../platform/language/direction';
import { Translate } from '../platform/language/translate';
import { lineOf } from '../client/messages/files-in-words';
import { Directory } from '../client/people/directory';
import { Quotes } from '../client/timeline/quotes';

/** The author and text of a message, in one line. */
@Component({
  selector: 'dcc-quoted-line',
  imports: [Translate],
  // Decided by the words alone, since names are skipped.
  host: { '[dir]': 'direction()' },
  template: `
    @if (message()) {
      <b [attr.data-tone]="tone()" dir="auto">{{ author() }}</b>&ngsp;<span>{{
        words() ?? ('This message was deleted.' | t)
      }}</span>
    } @else {
      <span>{{ 'An earlier message' | t }}</span>
    }
  `,
})
export class QuotedLine {
  readonly roomId = input.required<RoomId>();
  readonly seq = input.required<number>();
  private readonly quotes = inject(Quotes);
  private readonly directory = inject(Directory);

  protected readonly message = this.quotes.at(this.roomId, this.seq);
  protected readonly author = computed(() => this.directory.nameOf(this.message()?.userId));
  protected readonly tone = computed(() => this.directory.toneOf(this.message()?.userId));

  protected readonly words = computed(() => {
    const message = this.message();
    return message && message.text !== null ? lineOf(message, this.directory) : null;
  });

  protected readonly direction = computed(() => directionOf(this.message()?.text ?? ''));

  constructor() {
    effect(() => {
      const [roomId, seq] = [this.roomId(), this.seq()];
      if (!this.message()) untracked(() => void this.quotes.fetch(roomId, seq));
    });
  }
}
