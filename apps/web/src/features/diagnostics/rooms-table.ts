import { Component, inject, input } from '@angular/core';
import type { RoomId, RoomsReport } from '@devchitchat/contracts';
import { Translate } from '../../platform/language/translate';
import { RoomNames } from '../../client/rooms/room-names';
import { exactTime } from './units';

/** Statistics of rooms. Only members see a room's name. */
@Component({
  selector: 'dcc-rooms-table',
  imports: [Translate],
  template: `
    @if (rooms(); as rooms) {
      <p class="lede">
        {{
          (rooms.roomCount > rooms.rooms.length ? '{count} in total; the most active:' : '{count} in total')
            | t: { count: rooms.roomCount }
        }}
      </p>
      <div class="scroll" tabindex="0" role="region" [attr.aria-label]="'Rooms table' | t">
        <table>
          <caption class="visually-hidden">
            {{
              'Rooms' | t
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col">{{ 'Room' | t }}</th>
              <th scope="col">{{ 'Members' | t }}</th>
              <th scope="col">{{ 'Messages' | t }}</th>
              <th scope="col">{{ 'Last one' | t }}</th>
            </tr>
          </thead>
          <tbody>
            @for (room of rooms.rooms; track room.roomId) {
              <tr>
                <th scope="row" dir="auto">{{ nameOf(room.roomId) }}</th>
                <td>{{ room.members }}</td>
                <td>{{ room.lastSeq }}</td>
                <td>{{ room.lastMessageAt === null ? ('none yet' | t) : exactTime(room.lastMessageAt) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    } @else {
      <p class="quiet">{{ 'No report from messaging yet.' | t }}</p>
    }
  `,
})
export class RoomsTable {
  readonly rooms = input.required<RoomsReport | null>();
  private readonly names = inject(RoomNames);
  protected readonly exactTime = exactTime;

  protected nameOf(roomId: RoomId): string {
    return this.names.ofId(roomId) ?? roomId;
  }
}
