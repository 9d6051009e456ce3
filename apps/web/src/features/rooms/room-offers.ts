import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { RoomId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { loadedOnline } from '../../client/connection/loaded';
import { wholeList } from '../../client/connection/whole-list';
import { FoldedSections } from '../../client/rooms/folded-sections';
import { directoryOf } from '../../client/rooms/room-directory';
import { Rooms } from '../../client/rooms/rooms';
import { Action } from '../../platform/design/action';
import { Icon } from '../../platform/design/icon';
import { Translate } from '../../platform/language/translate';
import { serverNow } from '../../platform/time/server-clock';

const offered = 3;

/**
 * Shows a newcomer, who is only where everybody is, the most alive rooms. One click joins, and “Not now” is remembered.
 */
@Component({
  selector: 'dcc-room-offers',
  imports: [Icon, Translate],
  template: `
    @if (rooms().length > 0 && !folded.has('offers')) {
      <section class="offers" [attr.aria-label]="'Rooms to join' | t">
        <h2>{{ 'People talk here too' | t }}</h2>
        @for (room of rooms(); track room.roomId) {
          <button
            type="button"
            class="secondary"
            [title]="'{count} people' | t: { count: room.memberCount }"
            [attr.aria-disabled]="joining.busy()"
            (click)="join(room.roomId)"
          >
            <dcc-icon name="hash" /><span>{{ 'Join {room}' | t: { room: room.name } }}</span>
          </button>
        }
        <button type="button" class="text-button" (click)="folded.toggle('offers')">{{ 'Not now' | t }}</button>
        @if (joining.problem(); as problem) {
          <p class="notice problem" role="alert">{{ problem }}</p>
        }
      </section>
    }
  `,
})
export class RoomOffers {
  private readonly connection = inject(Connection);
  private readonly joined = inject(Rooms);
  protected readonly folded = inject(FoldedSections);
  private readonly router = inject(Router);
  private readonly listed = loadedOnline(() => wholeList(this.connection, 'room.list', {}, ({ rooms }) => rooms));
  protected readonly rooms = computed(() =>
    directoryOf(this.listed.value() ?? [], serverNow())
      .filter(({ joined, banned }) => !joined && !banned)
      .slice(0, offered),
  );
  protected readonly joining = new Action();

  protected async join(roomId: RoomId): Promise<void> {
    const reply = await this.joining.run(() => this.connection.ask('room.join', { roomId }));
    if (!reply?.ok) return;
    this.joined.enter(reply.value);
    await this.router.navigate(['/room', roomId]);
  }
}
