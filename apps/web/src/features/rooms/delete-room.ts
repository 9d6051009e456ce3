import { Component, inject, input, output, signal } from '@angular/core';
import type { Room } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { Dialog } from '../../platform/design/dialog';
import { Rooms } from '../../client/rooms/rooms';

/** Asks whether one means it, by the room's name, and deletes it. The dialog goes with the room. */
@Component({
  selector: 'dcc-delete-room',
  imports: [Dialog, Translate],
  template: `
    <dcc-dialog [heading]="'Delete {room}?' | t: { room: room().name }" (closed)="closed.emit()">
      <p>{{ 'Nobody can read or find it any more, you neither. This cannot be undone.' | t }}</p>
      @if (problem(); as problem) {
        <p class="notice problem" role="alert">{{ problem }}</p>
      }
      <div class="actions">
        <button type="button" class="secondary" (click)="closed.emit()">{{ 'Keep' | t }}</button>
        <button type="button" class="danger" [disabled]="busy()" (click)="delete()">
          {{ 'Delete {room}' | t: { room: room().name } }}
        </button>
      </div>
    </dcc-dialog>
  `,
})
export class DeleteRoom {
  readonly room = input.required<Room>();
  readonly closed = output();
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  protected readonly problem = signal('');
  protected readonly busy = signal(false);

  protected async delete(): Promise<void> {
    if (this.busy()) return;
    const { roomId } = this.room();
    this.busy.set(true);
    const reply = await this.connection.ask('room.delete', { roomId });
    this.busy.set(false);
    if (reply.ok) this.rooms.leave(roomId);
    else this.problem.set(reply.error.message);
  }
}
