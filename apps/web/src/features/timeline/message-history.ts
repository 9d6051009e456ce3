import { Component, computed, inject, input, output } from '@angular/core';
import type { Message } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { loaded } from '../../client/connection/loaded';
import { wholeList } from '../../client/connection/whole-list';
import { Translate } from '../../platform/language/translate';
import { Dialog } from '../../platform/design/dialog';
import { MessageText } from './message-text';
import { momentOf } from '../../platform/time/times';

/** All revisions of a message, newest first. */
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
  private readonly loaded = loaded({
    params: () => this.message(),
    load: ({ roomId, msgId }) =>
      wholeList(this.connection, 'msg.history', { roomId, msgId }, ({ revisions }) => revisions),
  });
  protected readonly revisions = computed(() => (this.loaded.value() ?? []).toReversed());
  protected readonly problem = this.loaded.problem;
  protected readonly moment = momentOf;
}
