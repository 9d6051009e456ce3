import { Component, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RoomId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Rooms } from '../../client/rooms/rooms';
import { Icon } from '../../platform/design/icon';
import { Translate } from '../../platform/language/translate';

/** Shown to non-members in place of a room. A public room can be joined from here. */
@Component({
  selector: 'dcc-not-in-room',
  imports: [Icon, RouterLink, Translate],
  host: { class: 'standalone' },
  template: `
    <dcc-icon name="lock" />
    <h1>{{ 'You’re not in this room' | t }}</h1>
    <p>
      {{ problem() || ('If it’s public, you can join it. If it’s private, a moderator has to add you.' | t) }}
    </p>
    <div class="actions">
      <a class="secondary" routerLink="/">{{ 'Back to your rooms' | t }}</a>
      @if (!problem()) {
        <button type="button" class="primary" (click)="join()">{{ 'Join room' | t }}</button>
      }
    </div>
  `,
})
export class NotInRoom {
  readonly roomId = input.required<RoomId>();
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  protected readonly problem = signal('');

  protected async join(): Promise<void> {
    const reply = await this.connection.ask('room.join', { roomId: this.roomId() });
    if (reply.ok) this.rooms.enter(reply.value);
    else this.problem.set(reply.error.message);
  }
}
