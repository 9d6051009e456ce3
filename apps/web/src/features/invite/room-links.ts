import { Component, inject, input, type OnInit, output, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Room, RoomInvite } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { InviteLinks, type LinkWish } from './invite-links';
import { appLink } from '../../client/links/app-link';
import { Translate } from '../../platform/language/translate';
import { Action } from '../../platform/design/action';
import { Dialog } from '../../platform/design/dialog';
import { withoutEnded } from '../../client/links/ended-links';

/** The dialog with the links into a room, for people who are on this server already. */
@Component({
  selector: 'dcc-room-links',
  imports: [Dialog, InviteLinks, Translate],
  template: `
    <dcc-dialog [heading]="'Links into {room}' | t: { room: room().name }" (closed)="closed.emit()">
      <p class="lede">{{ 'For people who have an account here. They open the link and are in the room.' | t }}</p>
      <dcc-invite-links
        [links]="links()"
        [made]="made()"
        [problem]="problem()"
        [busy]="creation.busy()"
        [hasMore]="next() !== null"
        [hasHistory]="room().kind === 'private'"
        (create)="create($event)"
        (revoke)="revoke($event)"
        (more)="load(next())"
      />
    </dcc-dialog>
  `,
})
export class RoomLinks implements OnInit {
  readonly room = input.required<Room>();
  readonly closed = output();
  private readonly connection = inject(Connection);
  protected readonly links = signal<readonly RoomInvite[] | null>(null);
  /** After which link the next page begins; `null` where there is none. */
  protected readonly next = signal<number | null>(null);
  protected readonly made = signal<string | null>(null);
  protected readonly problem = signal('');
  protected readonly creation = new Action();

  constructor() {
    this.connection.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      this.links.update((links) => links && withoutEnded(links, event));
    });
  }

  ngOnInit(): void {
    void this.load();
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
    this.links.update((links) => [reply.value.invite, ...(links ?? [])]);
  }

  protected async revoke(inviteId: RoomInvite['inviteId']): Promise<void> {
    const { roomId } = this.room();
    const reply = await this.connection.ask('room.invite_revoke', { roomId, inviteId });
    this.problem.set(reply.ok ? '' : reply.error.message);
    if (reply.ok) await this.load();
  }

  protected async load(after: number | null = null): Promise<void> {
    const { roomId } = this.room();
    const reply = await this.connection.ask('room.invite_list', { roomId, ...(after && { after }) });
    if (!reply.ok) return this.problem.set(reply.error.message);
    const { invites, next } = reply.value;
    this.links.update((links) => (after === null ? invites : [...(links ?? []), ...invites]));
    this.next.set(next);
  }
}
