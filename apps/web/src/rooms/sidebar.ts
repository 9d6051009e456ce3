import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import { CallBar } from '../call/call-bar';
import { RoomCallers } from '../call/room-callers';
import { InvitePeople } from '../invite/invite-people';
import { Session } from '../session/session';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { BrowseRooms } from './browse-rooms';
import { NewRoom } from './new-room';
import { Rooms } from './rooms';
import { Unread } from './unread';

/** The rooms one is in, the ways to more of them, and oneself. */
@Component({
  selector: 'dcc-sidebar',
  imports: [Avatar, BrowseRooms, CallBar, Icon, InvitePeople, NewRoom, RoomCallers, RouterLink, RouterLinkActive],
  templateUrl: './sidebar.html',
  host: { '(document:keydown.alt.arrowdown)': 'step($event, 1)', '(document:keydown.alt.arrowup)': 'step($event, -1)' },
})
export class Sidebar {
  protected readonly rooms = inject(Rooms);
  protected readonly unread = inject(Unread);
  protected readonly session = inject(Session);
  protected readonly opened = signal<'new-room' | 'browse' | 'invite' | null>(null);
  private readonly router = inject(Router);

  /** Alt and an arrow key go to the next room, and round at the ends. */
  protected step(event: Event, by: number): void {
    event.preventDefault();
    const rooms = this.rooms.list();
    const here = rooms.findIndex(({ roomId }) => this.router.url.startsWith(`/room/${roomId}`));
    const next = rooms.at((here + by) % rooms.length);
    if (next) void this.router.navigate(['/room', next.roomId]);
  }
}
