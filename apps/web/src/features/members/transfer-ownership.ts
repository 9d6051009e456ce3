import { Component, computed, inject, input, output } from '@angular/core';
import type { Reply, Room, UserId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { ConfirmDialog } from '../../platform/design/confirm-dialog';

/** Asks before it makes another member the owner of a room. */
@Component({
  selector: 'dcc-transfer-ownership',
  imports: [ConfirmDialog, Translate],
  template: `
    <dcc-confirm-dialog
      [heading]="'Make {name} the owner?' | t: { name: name() }"
      [dismissal]="'Keep it' | t"
      [verb]="'Make {name} the owner' | t: { name: name() }"
      [act]="transfer"
      (done)="closed.emit()"
      (closed)="closed.emit()"
    >
      <p>
        @if (asAdmin()) {
          {{ 'They’ll own {room}, and it no longer belongs to the admins.' | t: { room: room().name } }}
        } @else {
          {{
            'They’ll own {room}, and you’ll stay as a moderator. Only they can give it back.' | t: { room: room().name }
          }}
        }
      </p>
    </dcc-confirm-dialog>
  `,
})
export class TransferOwnership {
  readonly room = input.required<Room>();
  readonly userId = input.required<UserId>();
  /** The room has no owner: an admin gives it to a member. */
  readonly asAdmin = input(false);
  readonly closed = output();
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);
  protected readonly name = computed(() => this.directory.nameOf(this.userId()));

  protected readonly transfer = (): Promise<Reply<unknown>> => {
    const whom = { roomId: this.room().roomId, userId: this.userId() };
    return this.connection.ask('member.set_role', { ...whom, role: 'owner' });
  };
}
