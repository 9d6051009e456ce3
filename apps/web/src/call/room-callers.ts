import { Component, computed, inject, input } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { Translate } from '../language/translate';
import { Directory } from '../people/directory';
import { Avatar } from '../ui/avatar';
import { Calls } from './calls';
import { Talking } from './talking';

/** Below a room in the list of rooms: who is in its call. */
@Component({
  selector: 'dcc-room-callers',
  imports: [Avatar, Translate],
  template: `
    @if (callers().length > 0) {
      <ul [attr.aria-label]="'In the call in {room}' | t: { room: roomName() }">
        @for (caller of callers(); track caller.peerId) {
          <li [class.speaking]="talking.now().has(caller.peerId)">
            <dcc-avatar [userId]="caller.userId" /><span>{{ caller.name }}</span>
          </li>
        }
      </ul>
    }
  `,
})
export class RoomCallers {
  readonly roomId = input.required<RoomId>();
  readonly roomName = input.required<string>();
  protected readonly talking = inject(Talking);
  private readonly calls = inject(Calls);
  private readonly directory = inject(Directory);

  protected readonly callers = computed(() =>
    (this.calls.people().get(this.roomId()) ?? []).map(({ peerId, userId }) => ({
      peerId,
      userId,
      name: this.directory.nameOf(userId),
    })),
  );
}
