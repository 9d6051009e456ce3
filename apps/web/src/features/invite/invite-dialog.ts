import { Component, input, type OnInit, output, signal } from '@angular/core';
import type { InviteId, Reply } from '@devchitchat/contracts';
import type { PagedList } from '../../client/connection/paged-list';
import { appLink } from '../../client/links/app-link';
import { Action } from '../../platform/design/action';
import { Dialog } from '../../platform/design/dialog';
import { InviteLinks, type LinkWish, type ListedLink } from './invite-links';

/** The commands behind a dialog of invite links: those for the server's links, or for a room's. */
export interface InviteSource {
  /** The page that the links open. */
  readonly page: 'invite' | 'room-invite';
  readonly links: PagedList<ListedLink>;
  readonly create: (wish: LinkWish) => Promise<Reply<{ readonly invite: ListedLink; readonly token: string }>>;
  readonly revoke: (inviteId: InviteId) => Promise<Reply<object>>;
}

/** A dialog that lists, creates and revokes invite links. */
@Component({
  selector: 'dcc-invite-dialog',
  imports: [Dialog, InviteLinks],
  template: `
    <dcc-dialog [heading]="heading()" (closed)="closed.emit()">
      <p class="lede">{{ lede() }}</p>
      <dcc-invite-links
        [links]="source().links.items()"
        [made]="made()"
        [problem]="creation.problem() || source().links.problem()"
        [busy]="creation.busy()"
        [hasMore]="source().links.hasMore()"
        [hasNote]="hasNote()"
        [hasHistory]="hasHistory()"
        [offersAccounts]="offersAccounts()"
        (create)="create($event)"
        (revoke)="revoke($event)"
        (more)="source().links.more()"
      />
    </dcc-dialog>
  `,
})
export class InviteDialog implements OnInit {
  readonly heading = input.required<string>();
  /** The people whom the links are for. */
  readonly lede = input.required<string>();
  readonly source = input.required<InviteSource>();
  readonly hasNote = input(false);
  readonly hasHistory = input(false);
  readonly offersAccounts = input(false);
  readonly closed = output();
  protected readonly made = signal<string | null>(null);
  protected readonly creation = new Action();

  ngOnInit(): void {
    void this.source().links.load();
  }

  protected async create(wish: LinkWish): Promise<void> {
    const { create, links, page } = this.source();
    const reply = await this.creation.run(() => create(wish));
    if (!reply?.ok) return;
    this.made.set(appLink(page, reply.value.token));
    links.prepend(reply.value.invite);
  }

  protected async revoke(inviteId: InviteId): Promise<void> {
    const { revoke, links } = this.source();
    const reply = await revoke(inviteId);
    this.creation.problem.set(reply.ok ? '' : reply.error.message);
    if (reply.ok) await links.load();
  }
}
