import { Component, inject, output, signal } from '@angular/core';
import type { Invite } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { Action } from '../../platform/design/action';
import { Dialog } from '../../platform/design/dialog';
import { appLink } from '../../client/links/app-link';
import { InviteLinks, type LinkWish } from './invite-links';

/** The admins' dialog with the links by which new people come to this server. */
@Component({
  selector: 'dcc-invite-people',
  imports: [Dialog, InviteLinks, Translate],
  template: `
    <dcc-dialog [heading]="'Invite people' | t" (closed)="closed.emit()">
      <p class="lede">{{ 'Anyone with the link can pick a name and join.' | t }}</p>
      <dcc-invite-links
        [links]="links()"
        [made]="made()"
        [problem]="problem()"
        [busy]="creation.busy()"
        [hasMore]="next() !== null"
        [hasNote]="true"
        (create)="create($event)"
        (revoke)="revoke($event)"
        (more)="load(next())"
      />
    </dcc-dialog>
  `,
})
export class InvitePeople {
  readonly closed = output();
  private readonly connection = inject(Connection);
  protected readonly links = signal<readonly Invite[] | null>(null);
  /** After which link the next page begins; `null` where there is none. */
  protected readonly next = signal<number | null>(null);
  protected readonly made = signal<string | null>(null);
  protected readonly problem = signal('');
  protected readonly creation = new Action();

  constructor() {
    void this.load();
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
    this.links.update((links) => [reply.value.invite, ...(links ?? [])]);
  }

  protected async revoke(inviteId: Invite['inviteId']): Promise<void> {
    const reply = await this.connection.ask('auth.invite_revoke', { inviteId });
    this.problem.set(reply.ok ? '' : reply.error.message);
    if (reply.ok) await this.load();
  }

  protected async load(after: number | null = null): Promise<void> {
    const reply = await this.connection.ask('auth.invite_list', after === null ? {} : { after });
    if (!reply.ok) return this.problem.set(reply.error.message);
    const { invites, next } = reply.value;
    this.links.update((links) => (after === null ? invites : [...(links ?? []), ...invites]));
    this.next.set(next);
  }
}
