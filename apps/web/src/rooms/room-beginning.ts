import { Component, computed, inject, input, signal } from '@angular/core';
import { InvitePeople } from '../invite/invite-people';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import type { HeldRoom } from './held-room';
import { isLobby } from './room-order';

/** What stands above the first message of a room: where one is, and what to do while nobody has said anything. */
@Component({
  selector: 'dcc-room-beginning',
  imports: [Icon, InvitePeople],
  template: `
    <span class="emblem" aria-hidden="true"
      ><dcc-icon [name]="held().room.kind === 'private' ? 'lock' : 'hash'"
    /></span>
    <h2>{{ isEmpty() ? 'Nobody has said anything yet' : 'This is where ' + held().room.name + ' begins' }}</h2>
    <p>{{ welcome() }}</p>
    @if (isEmpty() && isLobby() && session.isAdmin()) {
      <button type="button" class="primary" (click)="invites.set(true)">
        <dcc-icon name="add-person" />Invite a friend
      </button>
    }
    @if (invites()) {
      <dcc-invite-people (closed)="invites.set(false)" />
    }
  `,
})
export class RoomBeginning {
  readonly held = input.required<HeldRoom>();
  protected readonly session = inject(Session);
  protected readonly invites = signal(false);
  protected readonly isEmpty = computed(() => this.held().timeline.headSeq === 0);
  protected readonly isLobby = computed(() => isLobby(this.held().room));
  protected readonly welcome = computed(() => {
    const { room } = this.held();
    if (this.isLobby()) return 'The lobby is for everybody on this server. Say hello.';
    if (room.topic) return room.topic;
    return room.kind === 'private'
      ? 'Only its members know of this room.'
      : 'Everybody on this server can find and join this room.';
  });
}
