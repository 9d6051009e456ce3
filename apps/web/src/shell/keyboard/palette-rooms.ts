import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { RoomAttention } from '../../client/reading/room-attention';
import { Rooms } from '../../client/rooms/rooms';
import { noteOf, type PaletteEntry } from './palette-entry';

/** The palette's rooms. */
@Injectable()
export class PaletteRooms {
  private readonly rooms = inject(Rooms);
  private readonly attention = inject(RoomAttention);
  private readonly router = inject(Router);

  entries(): readonly PaletteEntry[] {
    return this.rooms.list().map((room) => ({
      key: room.roomId,
      icon: room.kind === 'private' ? 'lock' : 'hash',
      label: room.name,
      alias: '',
      about: room.topic,
      ...noteOf(this.attention.unreadIn(room.roomId), 'Room'),
      run: () => void this.router.navigate(['/room', room.roomId]),
    }));
  }
}
