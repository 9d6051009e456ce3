import { Component, inject, input, output } from '@angular/core';
import type { Reply, Room } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { ConfirmDialog } from '../../platform/design/confirm-dialog';
import { Rooms } from '../../client/rooms/rooms';

/** Asks before it leaves a room. The dialog disappears with the room. */
@Component({
  selector: 'dcc-leave-room',
  imports: [ConfirmDialog, Translate],
  template: `
    <dcc-confirm-dialog
      [heading]="'Leave {room}?' | t: { room: room().name }"
      [dismissal]="'Stay' | t"
      [verb]="'Leave {room}' | t: { room: room().name }"
      [act]="leave"
      (closed)="closed.emit()"
    >
      <p>
        {{
          (room().kind === 'private'
            ? 'You’ll no longer see it, and only someone in it can add you again.'
            : 'You can join it again whenever you like.'
          ) | t
        }}
      </p>
    </dcc-confirm-dialog>
  `,
})
export class LeaveRoom {
  readonly room = input.required<Room>();
  readonly closed = output();
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);

  protected readonly leave = async (): Promise<Reply<unknown>> => {
    const { roomId } = this.room();
    const reply = await this.connection.ask('room.leave', { roomId });
    if (reply.ok) this.rooms.leave(roomId);
    return reply;
  };
}
