import { Component, computed, inject, input, signal } from '@angular/core';
import { EndCall } from '../call/end-call';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Menu } from '../ui/menu';
import { AddPerson } from './add-person';
import type { HeldRoom } from './held-room';
import { LeaveRoom } from './leave-room';
import { RoomLinks } from './room-links';
import { isLobby, mayInvite } from './room-order';

/** What one can do with a room. The lobby is everybody's: nobody is brought into it and nobody leaves it. */
@Component({
  selector: 'dcc-room-menu',
  imports: [AddPerson, EndCall, Icon, LeaveRoom, Menu, RoomLinks],
  template: `
    @if (!isLobby()) {
      <dcc-menu label="Room menu">
        @if (mayInvite()) {
          <button type="button" role="menuitem" (click)="opened.set('add')">
            <dcc-icon name="add-person" />Add person
          </button>
          <button type="button" role="menuitem" (click)="opened.set('links')">
            <dcc-icon name="link" />Invite links
          </button>
        }
        <dcc-end-call [held]="held()" />
        <button type="button" role="menuitem" class="danger" (click)="opened.set('leave')">
          <dcc-icon name="leave" />Leave room
        </button>
      </dcc-menu>
    }
    @switch (opened()) {
      @case ('add') {
        <dcc-add-person [held]="held()" (closed)="opened.set(null)" />
      }
      @case ('links') {
        <dcc-room-links [room]="held().room" (closed)="opened.set(null)" />
      }
      @case ('leave') {
        <dcc-leave-room [room]="held().room" (closed)="opened.set(null)" />
      }
    }
  `,
})
export class RoomMenu {
  readonly held = input.required<HeldRoom>();
  private readonly session = inject(Session);
  protected readonly opened = signal<'add' | 'links' | 'leave' | null>(null);
  protected readonly isLobby = computed(() => isLobby(this.held().room));
  protected readonly mayInvite = computed(() => {
    const me = this.session.me();
    return me !== null && mayInvite(this.held().room, this.held().members, me.userId);
  });
}
