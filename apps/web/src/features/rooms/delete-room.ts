import { Component, inject, input, output } from '@angular/core';
import type { Reply, Room } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { ConfirmDialog } from '../../platform/design/confirm-dialog';
import { Rooms } from '../../client/rooms/rooms';

/** Asks before it deletes a room. The dialog disappears with the room. */
@Component({
  selector: 'dcc-delete-room',
  imports: [ConfirmDialog, Translate],
  template: `
    <dcc-confirm-dialog
      [heading]="'Delete {room}?' | t: { room: room().name }"
      [dismissal]="'Keep' | t"
      [verb]="'Delete {room}' | t: { room: room().name }"
      [act]="delete"
      (closed)="closed.emit()"
    >
      <p>{{ 'No one, including you, will be able to find or read it. This can’t be undone.' | t }}</p>
    </dcc-confirm-dialog>
  `,
})
export class DeleteRoom {
  readonly room = input.required<Room>();
  readonly closed = output();
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);

  protected readonly delete = async (): Promise<Reply<unknown>> => {
    const { roomId } = this.room();
    const reply = await this.connection.ask('room.delete', { roomId });
    if (reply.ok) this.rooms.leave(roomId);
    return reply;
  };
}
