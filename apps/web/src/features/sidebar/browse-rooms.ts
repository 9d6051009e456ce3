import { Component, computed, inject, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { RoomId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { loaded } from '../../client/connection/loaded';
import { wholeList } from '../../client/connection/whole-list';
import { Translate } from '../../platform/language/translate';
import { Dialog } from '../../platform/design/dialog';
import { Icon } from '../../platform/design/icon';
import { Rooms } from '../../client/rooms/rooms';

/** Lists the public rooms that the user can join. */
@Component({
  selector: 'dcc-browse-rooms',
  imports: [Dialog, Icon, Translate],
  templateUrl: './browse-rooms.html',
})
export class BrowseRooms {
  readonly closed = output();
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  private readonly router = inject(Router);

  private readonly listed = loaded({
    params: () => ({}),
    load: () => wholeList(this.connection, 'room.list', {}, ({ rooms }) => rooms),
  });
  private readonly refusal = signal('');
  protected readonly problem = computed(() => this.refusal() || this.listed.problem());
  protected readonly joining = signal<RoomId | null>(null);
  protected readonly open = computed(() => this.listed.value()?.filter(({ joined }) => !joined) ?? null);

  protected async join(roomId: RoomId): Promise<void> {
    if (this.joining() !== null) return;
    this.joining.set(roomId);
    const reply = await this.connection.ask('room.join', { roomId });
    this.joining.set(null);
    if (!reply.ok) {
      this.refusal.set(reply.error.message);
      return;
    }
    this.rooms.enter(reply.value);
    this.closed.emit();
    await this.router.navigate(['/room', roomId]);
  }

  protected load(): void {
    this.refusal.set('');
    this.listed.reload();
  }
}
