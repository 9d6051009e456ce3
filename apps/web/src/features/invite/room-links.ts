import { Component, inject, input, type OnInit, output, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Room, RoomInvite } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { pagedList } from '../../client/connection/paged-list';
import { InviteLinks, type LinkWish } from './invite-links';
import { appLink } from '../../client/links/app-link';
import { Translate } from '../../platform/language/translate';
import { Action } from '../../platform/design/action';
import { Dialog } from '../../platform/design/dialog';
import { withoutEnded } from '../../client/links/ended-links';

/** The dialog with a room's invite links, for people who already have an account here. */
@Component({
  selector: 'dcc-room-links',
  imports: [Dialog, InviteLinks, Translate],
  template: `
    <dcc-dialog [heading]="'Links into {room}' | t: { room: room().name }" (closed)="closed.emit()">
      <p class="lede">{{ 'For people who have an account here. They open the link and are in the room.' | t }}</p>
      <dcc-invite-links
        [links]="links.items()"
        [made]="made()"
        [problem]="problem() || links.problem()"
        [busy]="creation.busy()"
        [hasMore]="links.hasMore()"
        [hasHistory]="room().kind === 'private'"
        (create)="create($event)"
        (revoke)="revoke($event)"
        (more)="links.more()"
      />
    </dcc-dialog>
  `,
})
export class RoomLinks implements OnInit {
  readonly room = input.required<Room>();
  readonly closed = output();
  private readonly connection = inject(Connection);
  protected readonly links = pagedList(
    this.connection,
    'room.invite_list',
    () => ({ roomId: this.room().roomId }),
    ({ invites }) => invites,
  );
  protected readonly made = signal<string | null>(null);
  protected readonly problem = signal('');
  protected readonly creation = new Action();

  constructor() {
    this.connection.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      this.links.update((links) => withoutEnded(links, event));
    });
  }

  ngOnInit(): void {
    void this.links.load();
  }

  protected async create({ expiresInSeconds, maxUses, history }: LinkWish): Promise<void> {
    const { roomId } = this.room();
    const reply = await this.creation.run(() =>
      this.connection.ask('room.invite_create', {
        roomId,
        expiresInSeconds,
        maxUses,
        history,
      }),
    );
    if (reply) this.problem.set(this.creation.problem());
    if (!reply?.ok) return;
    this.made.set(appLink('room-invite', reply.value.token));
    this.links.prepend(reply.value.invite);
  }

  protected async revoke(inviteId: RoomInvite['inviteId']): Promise<void> {
    const { roomId } = this.room();
    const reply = await this.connection.ask('room.invite_revoke', { roomId, inviteId });
    this.problem.set(reply.ok ? '' : reply.error.message);
    if (reply.ok) await this.links.load();
  }
}
