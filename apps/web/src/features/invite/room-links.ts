import { Component, inject, input, output } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Room } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { pagedList } from '../../client/connection/paged-list';
import { withoutEnded } from '../../client/links/ended-links';
import { Translate } from '../../platform/language/translate';
import { InviteDialog, type InviteSource } from './invite-dialog';

/** The dialog with a room's invite links, for people who already have an account here. */
@Component({
  selector: 'dcc-room-links',
  imports: [InviteDialog, Translate],
  template: `
    <dcc-invite-dialog
      [heading]="'Invite links for {room}' | t: { room: room().name }"
      [lede]="'For people who have an account here. They open the link and are in the room.' | t"
      [source]="source"
      [hasHistory]="room().kind === 'private'"
      (closed)="closed.emit()"
    />
  `,
})
export class RoomLinks {
  readonly room = input.required<Room>();
  readonly closed = output();
  private readonly connection = inject(Connection);
  private readonly links = pagedList(
    this.connection,
    'room.invite_list',
    () => this.here(),
    ({ invites }) => invites,
  );
  protected readonly source: InviteSource = {
    page: 'room-invite',
    links: this.links,
    create: ({ expiresInSeconds, maxUses, history }) =>
      this.connection.ask('room.invite_create', { ...this.here(), expiresInSeconds, maxUses, history }),
    revoke: (inviteId) => this.connection.ask('room.invite_revoke', { ...this.here(), inviteId }),
  };

  constructor() {
    this.connection.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      this.links.update((links) => withoutEnded(links, event));
    });
  }

  private here(): Pick<Room, 'roomId'> {
    return { roomId: this.room().roomId };
  }
}
