import { Component, computed, inject, input, output, signal } from '@angular/core';
import { limits, type Message } from '@devchitchat/contracts';
import { Outbox } from '../../client/outbox/outbox';
import { directionOf } from '../../platform/language/direction';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { lineOf } from '../../client/messages/files-in-words';
import { Directory } from '../../client/people/directory';
import { Session } from '../../client/session/session';
import { outcomeOf, type Outcome } from '../../platform/design/action';
import { ConfirmDialog } from '../../platform/design/confirm-dialog';
import { Field } from '../../platform/design/field';

/** Asks before it deletes a message. A moderator can give a reason, which the room can read. */
@Component({
  selector: 'dcc-delete-message',
  imports: [ConfirmDialog, Field, Translate],
  template: `
    <dcc-confirm-dialog
      [heading]="heading()"
      [dismissal]="'Keep it' | t"
      [verb]="'Delete message' | t"
      [act]="takeBack"
      (done)="closed.emit()"
      (closed)="closed.emit()"
    >
      <blockquote tabindex="0" [dir]="direction()">{{ words() }}</blockquote>
      <p>{{ 'The text is permanently erased for everyone. People can still see that a message was deleted.' | t }}</p>
      @if (!isMine()) {
        <dcc-field
          [label]="'Reason (optional)' | t"
          [hint]="'Everyone in the room can see it.' | t"
          [maxLength]="longestReason"
          [(value)]="reason"
        />
      }
    </dcc-confirm-dialog>
  `,
})
export class DeleteMessage {
  readonly message = input.required<Message>();
  readonly closed = output();
  private readonly outbox = inject(Outbox);
  private readonly directory = inject(Directory);
  private readonly session = inject(Session);

  protected readonly longestReason = limits.noteLength;
  protected readonly reason = signal('');
  protected readonly isMine = computed(() => this.message().userId === this.session.me()?.userId);
  protected readonly direction = computed(() => directionOf(this.message().text ?? ''));
  protected readonly words = computed(() => lineOf(this.message(), this.directory));
  protected readonly heading = computed(() =>
    this.isMine()
      ? t('Delete your message?')
      : t('Delete {name}’s message?', { name: this.directory.nameOf(this.message().userId) }),
  );

  protected readonly takeBack = (): Promise<Outcome> => {
    this.outbox.takeBack(this.message(), this.reason().trim() || undefined);
    return Promise.resolve(outcomeOf(this.outbox.problem()));
  };
}
