import { Component, computed, inject, input } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { Directory } from '../../client/people/directory';
import { Typing } from '../../client/typing/typing';
import { writersSentence } from '../../client/typing/writers';

/** Shows who is typing in a room. Not announced to screen readers, because it changes all the time. */
@Component({
  selector: 'dcc-typing-line',
  host: { 'aria-live': 'off' },
  template: `
    @if (sentence(); as sentence) {
      <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><span class="words">{{ sentence }}</span>
    }
  `,
})
export class TypingLine {
  readonly roomId = input.required<RoomId>();
  private readonly typing = inject(Typing);
  private readonly directory = inject(Directory);

  protected readonly sentence = computed(() =>
    writersSentence(this.typing.in(this.roomId()).map((userId) => this.directory.nameOf(userId))),
  );
}
