import { Component, computed, inject, input, output, signal } from '@angular/core';
import { isModerator, mayInvite } from '@devchitchat/contracts';
import { EndCall } from '../../features/call/end-call';
import { Overlay } from '../keyboard/overlay';
import { Translate } from '../../platform/language/translate';
import { NotificationLevelChoice } from '../../features/notifications/notification-level';
import { ReadMarks } from '../../client/reading/read-marks';
import { Session } from '../../client/session/session';
import { Jump } from '../../client/timeline/jump';
import { Menu } from '../../platform/design/menu';
import { MenuItem } from '../../platform/design/menu-item';
import { AddPerson } from '../../features/members/add-person';
import { DeleteRoom } from '../../features/rooms/delete-room';
import { EditRoom } from '../../features/rooms/edit-room';
import { ForEverybody } from '../../features/rooms/for-everybody';
import type { HeldRoom } from '../../client/rooms/held-room';
import { LeaveRoom } from '../../features/rooms/leave-room';
import { ModerationLog } from '../../features/moderation/moderation-log';
import { RoomLinks } from '../../features/invite/room-links';
import { belongsToAdmins, roleIn } from '../../client/rooms/member-rights';
import { isLobby } from '../../client/rooms/room-order';
import { RoomActions } from './room-actions';

type Opened = 'notifications' | 'add' | 'links' | 'edit' | 'everybody' | 'moderation' | 'delete' | 'leave';

/** The menu of a room. Everyone is in the lobby, so it can be neither joined nor left. */
@Component({
  selector: 'dcc-room-menu',
  imports: [
    AddPerson,
    DeleteRoom,
    EditRoom,
    EndCall,
    ForEverybody,
    LeaveRoom,
    Menu,
    MenuItem,
    ModerationLog,
    NotificationLevelChoice,
    RoomLinks,
    Translate,
  ],
  providers: [RoomActions],
  template: `
    <dcc-menu [label]="'Room menu' | t">
      <button dccMenuItem icon="check" (click)="reading.markRead(held().room.roomId)">{{ 'Mark as read' | t }}</button>
      <button dccMenuItem icon="bell" (click)="opened.set('notifications')">{{ 'Notifications' | t }}</button>
      <button dccMenuItem icon="file" (click)="files.emit()">{{ 'Files' | t }}</button>
      <button dccMenuItem icon="calendar" (click)="overlay.open('jump')">{{ 'Jump to date' | t }}</button>
      <button dccMenuItem icon="up" (click)="jump.toBeginning(held().room.roomId)">
        {{ 'Jump to the beginning' | t }}
      </button>
      <button dccMenuItem icon="keyboard" (click)="overlay.open('shortcuts')">{{ 'Keyboard shortcuts' | t }}</button>
      @if (!isLobby() && mayInvite()) {
        <button dccMenuItem icon="add-person" (click)="opened.set('add')">{{ 'Add person' | t }}</button>
        <button dccMenuItem icon="link" (click)="opened.set('links')">{{ 'Invite links' | t }}</button>
      }
      @if (isModerator()) {
        <button dccMenuItem icon="gear" (click)="opened.set('edit')">{{ 'Edit room' | t }}</button>
        <button dccMenuItem icon="history" (click)="opened.set('moderation')">{{ 'Moderation log' | t }}</button>
      } @else if (mayMark()) {
        <button dccMenuItem icon="people" (click)="opened.set('everybody')">
          {{ (held().room.forEverybody ? 'Stop adding everybody' : 'Add everybody') | t }}
        </button>
      }
      <dcc-end-call [held]="held()" />
      @if (!isLobby()) {
        @if (mayTakeOver()) {
          <button dccMenuItem icon="people" (click)="actions.becomeOwner(held().room.roomId)">
            {{ 'Become the owner' | t }}
          </button>
        }
        @if (held().room.kind === 'direct') {
          <button dccMenuItem icon="close" (click)="actions.hide(held().room.roomId)">
            {{ 'Hide conversation' | t }}
          </button>
        } @else {
          <button dccMenuItem icon="leave" class="danger" (click)="opened.set('leave')">{{ 'Leave room' | t }}</button>
        }
        @if (own() === 'owner') {
          <button dccMenuItem icon="close" class="danger" (click)="opened.set('delete')">
            {{ 'Delete room' | t }}
          </button>
        }
      }
    </dcc-menu>
    @if (actions.problem(); as words) {
      <p class="notice problem over" role="alert">
        {{ words }} <button type="button" class="text-button" (click)="actions.forgive()">{{ 'Close' | t }}</button>
      </p>
    }
    @defer (when opened(); prefetch on idle) {
      @switch (opened()) {
        @case ('notifications') {
          <dcc-notification-level [room]="held().room" (closed)="opened.set(null)" />
        }
        @case ('add') {
          <dcc-add-person [held]="held()" (closed)="opened.set(null)" />
        }
        @case ('links') {
          <dcc-room-links [room]="held().room" (closed)="opened.set(null)" />
        }
        @case ('edit') {
          <dcc-edit-room [room]="held().room" (closed)="opened.set(null)" />
        }
        @case ('everybody') {
          <dcc-for-everybody [room]="held().room" (closed)="opened.set(null)" />
        }
        @case ('moderation') {
          <dcc-moderation-log [room]="held().room" (closed)="opened.set(null)" />
        }
        @case ('delete') {
          <dcc-delete-room [room]="held().room" (closed)="opened.set(null)" />
        }
        @case ('leave') {
          <dcc-leave-room [room]="held().room" (closed)="opened.set(null)" />
        }
      }
    }
  `,
})
export class RoomMenu {
  readonly held = input.required<HeldRoom>();
  /** The user wants to see the files of the room. */
  readonly files = output();
  private readonly session = inject(Session);
  protected readonly actions = inject(RoomActions);
  protected readonly overlay = inject(Overlay);
  protected readonly reading = inject(ReadMarks);
  protected readonly jump = inject(Jump);
  protected readonly opened = signal<Opened | null>(null);
  protected readonly isLobby = computed(() => isLobby(this.held().room));
  /** The signed-in user's role here. */
  protected readonly own = computed(() => roleIn(this.held(), this.session.me()));
  protected readonly isModerator = computed(() => isModerator(this.own()));
  protected readonly mayInvite = computed(() => mayInvite(this.held().room, this.own()));
  /** Of an admin who moderates nothing here; the others find it in “Edit room”. */
  protected readonly mayMark = computed(
    () => this.session.isAdmin() && this.held().room.kind === 'public' && !this.isLobby(),
  );
  /** The room has no owner, so admins act as its owner. */
  protected readonly mayTakeOver = computed(() => this.own() === 'owner' && belongsToAdmins(this.held()));
}
