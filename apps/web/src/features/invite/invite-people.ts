import { Component, inject, output } from '@angular/core';
import { Connection } from '../../client/connection/connection';
import { pagedList } from '../../client/connection/paged-list';
import { Translate } from '../../platform/language/translate';
import { InviteDialog, type InviteSource } from './invite-dialog';

/** The admins' dialog with the links that invite new people to this server. */
@Component({
  selector: 'dcc-invite-people',
  imports: [InviteDialog, Translate],
  template: `
    <dcc-invite-dialog
      [heading]="'Invite people' | t"
      [lede]="'Anyone with the link can pick a name and join.' | t"
      [source]="source"
      [hasNote]="true"
      (closed)="closed.emit()"
    />
  `,
})
export class InvitePeople {
  readonly closed = output();
  private readonly connection = inject(Connection);
  protected readonly source: InviteSource = {
    page: 'invite',
    links: pagedList(
      this.connection,
      'auth.invite_list',
      () => ({}),
      ({ invites }) => invites,
    ),
    create: ({ note, expiresInSeconds, maxUses }) =>
      this.connection.ask('auth.invite_create', { expiresInSeconds, maxUses, ...(note === '' ? {} : { note }) }),
    revoke: (inviteId) => this.connection.ask('auth.invite_revoke', { inviteId }),
  };
}
