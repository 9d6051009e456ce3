import { Component, inject, input, output } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { accepted, type InviteId, type Room } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { pagedList } from '../../client/connection/paged-list';
import { withoutEnded } from '../../client/links/ended-links';
import { Translate } from '../../platform/language/translate';
import { Session } from '../../client/session/session';
import { InviteDialog, type InviteSource } from './invite-dialog';
import type { LinkWish } from './invite-links';

/** The dialog with a room's invite links. One link can hold an invite to the server too. */
@Component({
  selector: 'dcc-room-links',
  imports: [InviteDialog, Translate],
  template: `
    <dcc-invite-dialog
      [heading]="'Invite links for {room}' | t: { room: room().name }"
      [lede]="
        (session.mayInvite()
          ? 'Anyone who opens the link can join this room. People without an account create one on the way.'
          : 'Anyone who has an account here can join this room with the link.'
        ) | t
      "
      [offersAccounts]="session.mayInvite()"
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
  protected readonly session = inject(Session);
  private readonly links = pagedList(
    this.connection,
    'room.invite_list',
    () => this.here(),
    ({ invites }) => invites,
  );
  protected readonly source: InviteSource = {
    page: 'room-invite',
    links: this.links,
    create: (wish) => (wish.accounts ? this.createForStrangers(wish) : this.createForPeopleHere(wish)),
    revoke: (inviteId) => this.revoke(inviteId),
  };

  constructor() {
    this.connection.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      this.links.update((links) => withoutEnded(links, event));
    });
  }

  private createForPeopleHere({ expiresInSeconds, maxUses, history }: LinkWish, serverInviteId?: InviteId) {
    const terms = { expiresInSeconds, maxUses, history, ...(serverInviteId && { serverInviteId }) };
    return this.connection.ask('room.invite_create', { ...this.here(), ...terms });
  }

  /** Two invites in one link. The first is revoked if the second cannot be created. */
  private async createForStrangers(wish: LinkWish) {
    const { expiresInSeconds, maxUses } = wish;
    const server = await this.connection.ask('auth.invite_create', { expiresInSeconds, maxUses });
    if (!server.ok) return server;
    const { inviteId } = server.value.invite;
    const room = await this.createForPeopleHere(wish, inviteId);
    if (!room.ok) {
      await this.connection.ask('auth.invite_revoke', { inviteId });
      return room;
    }
    return accepted({ ...room.value, token: `${room.value.token}/${server.value.token}` });
  }

  /** Also the invite to the server. Only its creator and admins can; for others the link ends with its room part. */
  private async revoke(inviteId: InviteId) {
    const serverInviteId = this.links.items()?.find((link) => link.inviteId === inviteId)?.serverInviteId;
    const reply = await this.connection.ask('room.invite_revoke', { ...this.here(), inviteId });
    if (reply.ok && serverInviteId) await this.connection.ask('auth.invite_revoke', { inviteId: serverInviteId });
    return reply;
  }

  private here(): Pick<Room, 'roomId'> {
    return { roomId: this.room().roomId };
  }
}
