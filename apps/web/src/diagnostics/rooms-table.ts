import { Component, inject, input } from '@angular/core';
import type { RoomId, RoomsReport } from '@devchitchat/contracts';
import { Rooms } from '../rooms/rooms';
import { exactTime } from './units';

/** Rooms in numbers. Those one is not in have no name here: it is for their members. */
@Component({
  selector: 'dcc-rooms-table',
  template: `
    @if (rooms(); as rooms) {
      <p class="lede">
        {{ rooms.roomCount }} in all{{ rooms.roomCount > rooms.rooms.length ? '; the liveliest of them:' : '' }}
      </p>
      <div class="scroll" tabindex="0" role="region" aria-label="Rooms table">
        <table>
          <caption class="visually-hidden">
            Rooms
          </caption>
          <thead>
            <tr>
              <th scope="col">Room</th>
              <th scope="col">Members</th>
              <th scope="col">Messages</th>
              <th scope="col">Last one</th>
            </tr>
          </thead>
          <tbody>
            @for (room of rooms.rooms; track room.roomId) {
              <tr>
                <th scope="row">{{ nameOf(room.roomId) }}</th>
                <td>{{ room.members }}</td>
                <td>{{ room.lastSeq }}</td>
                <td>{{ room.lastMessageAt === null ? 'none yet' : exactTime(room.lastMessageAt) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    } @else {
      <p class="quiet">messaging has not said.</p>
    }
  `,
})
export class RoomsTable {
  readonly rooms = input.required<RoomsReport | null>();
  private readonly mine = inject(Rooms);
  protected readonly exactTime = exactTime;

  protected nameOf(roomId: RoomId): string {
    return this.mine.list().find((room) => room.roomId === roomId)?.name ?? roomId;
  }
}
