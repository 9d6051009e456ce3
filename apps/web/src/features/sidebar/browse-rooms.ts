import { Component, computed, inject, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { messagingCommands, RoomId, ValueOf } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { wholeList } from '../../client/connection/whole-list';
import { Translate } from '../../platform/language/translate';
import { Dialog } from '../../platform/design/dialog';
import { Icon } from '../../platform/design/icon';
import { Rooms } from '../../client/rooms/rooms';

type ListedRoom = ValueOf<typeof messagingCommands.roomList>['rooms'][number];

/** The dialog that lists public rooms one is not in yet. */
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

  private readonly listed = signal<readonly ListedRoom[] | null>(null);
  protected readonly problem = signal('');
  protected readonly joining = signal<RoomId | null>(null);
  protected readonly open = computed(() => this.listed()?.filter(({ joined }) => !joined) ?? null);

  constructor() {
    void this.load();
  }

  protected async join(roomId: RoomId): Promise<void> {
    if (this.joining() !== null) return;
    this.joining.set(roomId);
    const reply = await this.connection.ask('room.join', { roomId });
    this.joining.set(null);
    if (!reply.ok) {
      this.problem.set(reply.error.message);
      return;
    }
    this.rooms.enter(reply.value);
    this.closed.emit();
    await this.router.navigate(['/room', roomId]);
  }

  protected async load(): Promise<void> {
    const reply = await wholeList(this.connection, 'room.list', {}, ({ rooms }) => rooms);
    this.problem.set(reply.ok ? '' : reply.error.message);
    if (reply.ok) this.listed.set(reply.value);
  }
}
