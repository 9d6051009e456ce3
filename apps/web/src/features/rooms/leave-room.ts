import { Component, inject, input, output, signal } from '@angular/core';
import type { Room } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { Dialog } from '../../platform/design/dialog';
import { Rooms } from '../../client/rooms/rooms';

/** Asks whether one means it, and leaves. The dialog goes with the room. */
@Component({
  selector: 'dcc-leave-room',
  imports: [Dialog, Translate],
  template: `
    <dcc-dialog [heading]="'Leave {room}?' | t: { room: room().name }" (closed)="closed.emit()">
      <p>
        {{
          (room().kind === 'private'
            ? 'You will not see it any more, and only somebody in it can bring you back.'
            : 'You can join it again whenever you like.'
          ) | t
        }}
      </p>
      @if (problem(); as problem) {
        <p class="notice problem" role="alert">{{ problem }}</p>
      }
      <div class="actions">
        <button type="button" class="secondary" (click)="closed.emit()">{{ 'Stay' | t }}</button>
        <button type="button" class="danger" [disabled]="busy()" (click)="leave()">
          {{ 'Leave {room}' | t: { room: room().name } }}
        </button>
      </div>
    </dcc-dialog>
  `,
})
export class LeaveRoom {
  readonly room = input.required<Room>();
  readonly closed = output();
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  protected readonly problem = signal('');
  protected readonly busy = signal(false);

  protected async leave(): Promise<void> {
    if (this.busy()) return;
    const { roomId } = this.room();
    this.busy.set(true);
    const reply = await this.connection.ask('room.leave', { roomId });
    this.busy.set(false);
    if (reply.ok) this.rooms.leave(roomId);
    else this.problem.set(reply.error.message);
  }
}
