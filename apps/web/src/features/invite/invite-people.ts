import { Component, inject, output, signal } from '@angular/core';
import type { Invite } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { pagedList } from '../../client/connection/paged-list';
import { Translate } from '../../platform/language/translate';
import { Action } from '../../platform/design/action';
import { Dialog } from '../../platform/design/dialog';
import { appLink } from '../../client/links/app-link';
import { InviteLinks, type LinkWish } from './invite-links';

/** The admins' dialog with the links that invite new people to this server. */
@Component({
  selector: 'dcc-invite-people',
  imports: [Dialog, InviteLinks, Translate],
  template: `
    <dcc-dialog [heading]="'Invite people' | t" (closed)="closed.emit()">
      <p class="lede">{{ 'Anyone with the link can pick a name and join.' | t }}</p>
      <dcc-invite-links
        [links]="links.items()"
        [made]="made()"
        [problem]="problem() || links.problem()"
        [busy]="creation.busy()"
        [hasMore]="links.hasMore()"
        [hasNote]="true"
        (create)="create($event)"
        (revoke)="revoke($event)"
        (more)="links.more()"
      />
    </dcc-dialog>
  `,
})
export class InvitePeople {
  readonly closed = output();
  private readonly connection = inject(Connection);
  protected readonly links = pagedList(
    this.connection,
    'auth.invite_list',
    () => ({}),
    ({ invites }) => invites,
  );
  protected readonly made = signal<string | null>(null);
  protected readonly problem = signal('');
  protected readonly creation = new Action();

  constructor() {
    void this.links.load();
  }

  protected async create({ note, expiresInSeconds, maxUses }: LinkWish): Promise<void> {
    const reply = await this.creation.run(() =>
      this.connection.ask('auth.invite_create', {
        expiresInSeconds,
        maxUses,
        ...(note === '' ? {} : { note }),
      }),
    );
    if (reply) this.problem.set(this.creation.problem());
    if (!reply?.ok) return;
    this.made.set(appLink('invite', reply.value.token));
    this.links.prepend(reply.value.invite);
  }

  protected async revoke(inviteId: Invite['inviteId']): Promise<void> {
    const reply = await this.connection.ask('auth.invite_revoke', { inviteId });
    this.problem.set(reply.ok ? '' : reply.error.message);
    if (reply.ok) await this.links.load();
  }
}
