import { Component, computed, inject, input } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { Calls } from '../../client/call/state/calls';
import { Directory } from '../../client/people/directory';
import { Avatar } from '../../parts/avatar';
import { Icon } from '../../platform/design/icon';
import { listOf, t } from '../../platform/language/t';

/** Lists the participants of a room's call, for users who are not in it. */
@Component({
  selector: 'dcc-call-strip',
  imports: [Avatar, Icon],
  template: `
    @if (people().length > 0) {
      <p class="call-strip">
        <dcc-icon name="phone" />
        @for (person of people(); track person.userId) {
          <dcc-avatar [userId]="person.userId" />
        }
        <span>{{ sentence() }}</span>
      </p>
    }
  `,
})
export class CallStrip {
  readonly roomId = input.required<RoomId>();
  private readonly calls = inject(Calls);
  private readonly directory = inject(Directory);

  /** Each person once, however many devices they joined with. */
  protected readonly people = computed(() => {
    const peers = this.calls.people().get(this.roomId()) ?? [];
    const userIds = new Set(peers.map(({ userId }) => userId));
    return [...userIds].map((userId) => ({ userId, name: this.directory.nameOf(userId) }));
  });
  protected readonly sentence = computed(() => {
    const names = this.people().map(({ name }) => name);
    return t('{names} are in the call', { names: listOf(names), count: names.length });
  });
}
