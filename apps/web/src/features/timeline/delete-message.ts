import { Component, computed, inject, input, output, signal } from '@angular/core';
import { limits, type Message } from '@devchitchat/contracts';
import { Outbox } from '../../client/outbox/outbox';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Session } from '../../client/session/session';
import { Dialog } from '../../platform/design/dialog';
import { Field } from '../../platform/design/field';

/** Asks whether one means it, and takes the message back. Somebody else's gets a reason, for the room to read. */
@Component({
  selector: 'dcc-delete-message',
  imports: [Dialog, Field, Translate],
  template: `
    <dcc-dialog [heading]="heading()" (closed)="closed.emit()">
      <blockquote>{{ message().text }}</blockquote>
      <p>{{ 'The text is permanently erased for everyone. People can still see that a message was deleted.' | t }}</p>
      @if (!isMine()) {
        <dcc-field
          [label]="'Reason, if you like' | t"
          [hint]="'The room sees it.' | t"
          [maxLength]="longestReason"
          [(value)]="reason"
        />
      }
      @if (outbox.problem(); as problem) {
        <p class="notice problem" role="alert">{{ problem }}</p>
      }
      <div class="actions">
        <button type="button" class="secondary" (click)="closed.emit()">{{ 'Keep it' | t }}</button>
        <button type="button" class="danger" (click)="takeBack()">{{ 'Delete message' | t }}</button>
      </div>
    </dcc-dialog>
  `,
})
export class DeleteMessage {
  readonly message = input.required<Message>();
  readonly closed = output();
  protected readonly outbox = inject(Outbox);
  private readonly directory = inject(Directory);
  private readonly session = inject(Session);

  protected readonly longestReason = limits.noteLength;
  protected readonly reason = signal('');
  protected readonly isMine = computed(() => this.message().userId === this.session.me()?.userId);
  protected readonly heading = computed(() =>
    this.isMine()
      ? t('Delete your message?')
      : t('Delete the message of {name}?', { name: this.directory.nameOf(this.message().userId) }),
  );

  protected takeBack(): void {
    const reason = this.reason().trim();
    if (this.outbox.takeBack(this.message(), reason === '' ? undefined : reason)) this.closed.emit();
  }
}
