import { Component, inject, signal } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
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
  imports: [Avatar, BrowseRooms, Icon, InvitePeople, NewRoom, RouterLink, RouterLinkActive],
  templateUrl: './sidebar.html',
})
export class Sidebar {
  protected readonly rooms = inject(Rooms);
  protected readonly unread = inject(Unread);
  protected readonly session = inject(Session);
  protected readonly opened = signal<'new-room' | 'browse' | 'invite' | null>(null);
}
