import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { Message } from '@devchitchat/contracts';
import { Outbox } from '../../client/outbox/outbox';
import { Translate } from '../../platform/language/translate';
import { Dialog } from '../../platform/design/dialog';
import { Field } from '../../platform/design/field';
import { emojisNamed } from './emojis';

/** Finds an emoji by its name and puts it to a message. */
@Component({
  selector: 'dcc-react-to',
  imports: [Dialog, Field, Translate],
  template: `
    <dcc-dialog [heading]="'React' | t" (closed)="closed.emit()">
      <form class="emoji-picker" (submit)="$event.preventDefault(); reactWithFirst()">
        <dcc-field [label]="'Find an emoji' | t" [autofocus]="true" [(value)]="sought" />
        <div class="emojis" role="group" [attr.aria-label]="'Emojis' | t">
          @for (emoji of found(); track emoji.emoji) {
            <button type="button" [attr.aria-label]="emoji.name" [title]="emoji.name" (click)="react(emoji.emoji)">
              {{ emoji.emoji }}
            </button>
          } @empty {
            <p class="quiet">{{ 'No emoji is called so here. Try another word.' | t }}</p>
          }
        </div>
        @if (outbox.problem(); as problem) {
          <p class="notice problem" role="alert">{{ problem }}</p>
        }
      </form>
    </dcc-dialog>
  `,
})
export class ReactTo {
  readonly message = input.required<Message>();
  readonly closed = output();
  protected readonly outbox = inject(Outbox);
  protected readonly sought = signal('');
  protected readonly found = computed(() => emojisNamed(this.sought()));

  protected react(emoji: string): void {
    if (this.outbox.react(this.message(), emoji, true)) this.closed.emit();
  }

  protected reactWithFirst(): void {
    const [first] = this.found();
    if (first) this.react(first.emoji);
  }
}
