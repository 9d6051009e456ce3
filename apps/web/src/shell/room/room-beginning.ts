import { Component, computed, inject, input, signal } from '@angular/core';
import { InvitePeople } from '../../features/invite/invite-people';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Session } from '../../client/session/session';
import { Icon } from '../../platform/design/icon';
import type { HeldRoom } from '../../client/rooms/held-room';
import { roomIcon } from '../../features/rooms/room-icon';
import { RoomNames } from '../../client/rooms/room-names';
import { historyStart, isLobby } from '../../client/rooms/room-order';

/** Shown above the first message of a room: names the room, and suggests first steps while it is empty. */
@Component({
  selector: 'dcc-room-beginning',
  imports: [Icon, InvitePeople, Translate],
  template: `
    <span class="emblem" aria-hidden="true"><dcc-icon [name]="icon()" /></span>
    <h2>{{ heading() }}</h2>
    <p dir="auto">{{ welcome() }}</p>
    @if (isEmpty() && isLobby() && session.mayInvite()) {
      <button type="button" class="primary" (click)="invites.set(true)">
        <dcc-icon name="add-person" />{{ 'Invite a friend' | t }}
      </button>
    }
    @defer (when invites()) {
      @if (invites()) {
        <dcc-invite-people (closed)="invites.set(false)" />
      }
    }
  `,
})
export class RoomBeginning {
  readonly held = input.required<HeldRoom>();
  protected readonly session = inject(Session);
  protected readonly invites = signal(false);
  private readonly names = inject(RoomNames);
  protected readonly icon = computed(() => roomIcon(this.held().room.kind));
  /** The room has earlier messages that the user may not see. */
  private readonly isCut = computed(() => historyStart(this.held().members, this.session.me()?.userId) > 1);
  protected readonly isEmpty = computed(() => this.held().timeline.headSeq === 0);
  protected readonly heading = computed(() => {
    const { room } = this.held();
    const name = this.names.of(this.held());
    if (this.isCut()) return t('Earlier messages aren’t shown');
    if (room.kind === 'direct' && this.isForMe()) return t('Notes to self');
    if (room.kind === 'direct') return t('This is the beginning of your conversation with {name}', { name });
    return this.isEmpty() ? t('No messages yet') : t('This is where {room} begins', { room: name });
  });
  private readonly isForMe = computed(() => this.names.othersIn(this.held()).length === 0);
  protected readonly isLobby = computed(() => isLobby(this.held().room));
  protected readonly welcome = computed(() => {
    const { room } = this.held();
    if (this.isCut()) return t('The person who added you chose to hide them.');
    if (room.kind === 'direct') {
      return this.isForMe() ? t('Only you can read them.') : t('Only the people in it can read it.');
    }
    if (this.isLobby()) return t('The lobby is for everyone on this server. Say hello.');
    if (room.topic) return room.topic;
    return room.kind === 'private'
      ? t('Only its members can see this room.')
      : t('Everyone on this server can find and join this room.');
  });
}
