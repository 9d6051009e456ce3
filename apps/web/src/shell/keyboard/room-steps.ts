import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { Directs } from '../../client/directs/directs';
import { ReadMarks } from '../../client/reading/read-marks';
import { Rooms } from '../../client/rooms/rooms';
import { stepped } from './shortcuts';

/** Goes from room to room, in the order of the sidebar. */
@Injectable()
export class RoomSteps {
  private readonly rooms = inject(Rooms);
  private readonly directs = inject(Directs);
  private readonly reading = inject(ReadMarks);
  private readonly router = inject(Router);

  step(by: 1 | -1, onlyUnread: boolean): void {
    const here = (roomId: string) => this.router.url.startsWith(`/room/${roomId}`);
    const unread = this.reading.unread();
    const all = [...this.rooms.list(), ...this.directs.list().map(({ room }) => room)];
    const rooms = all.filter(({ roomId }) => !onlyUnread || here(roomId) || unread.has(roomId));
    const next = stepped(
      rooms,
      rooms.findIndex(({ roomId }) => here(roomId)),
      by,
    );
    if (next) void this.router.navigate(['/room', next.roomId]);
  }
}
