import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import type { Message, MessageRevision } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { wholeList } from '../../client/connection/whole-list';
import { Translate } from '../../platform/language/translate';
import { Dialog } from '../../platform/design/dialog';
import { MessageText } from './message-text';
import { momentOf } from '../../platform/time/times';

/** Every text a message had, the newest first. */
@Component({
  selector: 'dcc-message-history',
  imports: [Dialog, MessageText, Translate],
  template: `
    <dcc-dialog [heading]="'Edit history' | t" (closed)="closed.emit()">
      @if (problem(); as problem) {
        <p class="notice problem" role="alert">{{ problem }}</p>
      } @else {
        <ol class="revisions">
          @for (revision of revisions(); track revision.ts) {
            <li>
              <small>{{ ($last ? 'Sent {moment}' : 'Edited {moment}') | t: { moment: moment(revision.ts) } }}</small>
              <div class="text" [dccMessageText]="revision.text ?? ''"></div>
            </li>
          } @empty {
            <li>{{ 'Loading…' | t }}</li>
          }
        </ol>
      }
    </dcc-dialog>
  `,
})
export class MessageHistory {
  readonly message = input.required<Message>();
  readonly closed = output();
  private readonly connection = inject(Connection);
  private readonly answered = signal<readonly MessageRevision[]>([]);
  protected readonly revisions = computed(() => this.answered().toReversed());
  protected readonly problem = signal('');
  protected readonly moment = momentOf;

  constructor() {
    effect(() => void this.load(this.message()));
  }

  private async load({ roomId, msgId }: Message): Promise<void> {
    const reply = await wholeList(this.connection, 'msg.history', { roomId, msgId }, ({ revisions }) => revisions);
    if (reply.ok) this.answered.set(reply.value);
    else this.problem.set(reply.error.message);
  }
}
