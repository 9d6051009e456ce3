import { Component, computed, inject, input, output } from '@angular/core';
import type { Reply, Room } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { ConfirmDialog } from '../../platform/design/confirm-dialog';

/** Asks an admin before it makes a public room one for everybody, or ends that. */
@Component({
  selector: 'dcc-for-everybody',
  imports: [ConfirmDialog, Translate],
  template: `
    <dcc-confirm-dialog
      [heading]="(isSo() ? 'Stop adding everybody to {room}?' : 'Add everybody to {room}?') | t: { room: room().name }"
      [verb]="(isSo() ? 'Stop adding everybody' : 'Add everybody') | t"
      [act]="turn"
      [dangerous]="false"
      (done)="closed.emit()"
      (closed)="closed.emit()"
    >
      <p>
        {{
          (isSo()
            ? 'All members stay. Newcomers find the room in the list of rooms.'
            : 'Everyone with an account is added once, and newcomers when they join. People who leave aren’t added again.'
          ) | t
        }}
      </p>
    </dcc-confirm-dialog>
  `,
})
export class ForEverybody {
  readonly room = input.required<Room>();
  readonly closed = output();
  private readonly connection = inject(Connection);

  protected readonly isSo = computed(() => this.room().forEverybody === true);

  protected readonly turn = (): Promise<Reply<unknown>> =>
    this.connection.ask('room.for_everybody', { roomId: this.room().roomId, forEverybody: !this.isSo() });
}
