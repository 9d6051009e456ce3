import { Component, computed, inject, input, signal } from '@angular/core';
import { isModerator, mayInvite } from '@devchitchat/contracts';
import { EndCall } from '../../features/call/end-call';
import { Overlay } from '../keyboard/overlay';
import { Translate } from '../../platform/language/translate';
import { NotificationLevelChoice } from '../../features/notifications/notification-level';
import { ReadMarks } from '../../client/reading/read-marks';
import { Session } from '../../client/session/session';
import { Jump } from '../../client/timeline/jump';
import { Icon } from '../../platform/design/icon';
import { Menu } from '../../platform/design/menu';
import { AddPerson } from '../../features/members/add-person';
import { DeleteRoom } from '../../features/rooms/delete-room';
import { EditRoom } from '../../features/rooms/edit-room';
import type { HeldRoom } from '../../client/rooms/held-room';
import { LeaveRoom } from '../../features/rooms/leave-room';
import { ModerationLog } from '../../features/moderation/moderation-log';
import { RoomLinks } from '../../features/invite/room-links';
import { belongsToAdmins, roleIn } from '../../client/rooms/member-rights';
import { isLobby } from '../../client/rooms/room-order';
import { RoomActions } from './room-actions';

type Opened = 'notifications' | 'add' | 'links' | 'edit' | 'moderation' | 'delete' | 'leave';

/** The menu of a room. Everyone is in the lobby, so it can be neither joined nor left. */
@Component({
  selector: 'dcc-room-menu',
  imports: [
    AddPerson,
    DeleteRoom,
    EditRoom,
    EndCall,
    Icon,
    LeaveRoom,
    Menu,
    ModerationLog,
    NotificationLevelChoice,
    RoomLinks,
    Translate,
  ],
  providers: [RoomActions],
  template: `
    <dcc-menu [label]="'Room menu' | t">
      <button type="button" role="menuitem" (click)="reading.markRead(held().room.roomId)">
        <dcc-icon name="check" />{{ 'Mark as read' | t }}
      </button>
      <button type="button" role="menuitem" (click)="opened.set('notifications')">
        <dcc-icon name="bell" />{{ 'Notifications' | t }}
      </button>
      <button type="button" role="menuitem" (click)="overlay.open('jump')">
        <dcc-icon name="calendar" />{{ 'Jump to date' | t }}
      </button>
      <button type="button" role="menuitem" (click)="jump.toBeginning(held().room.roomId)">
        <dcc-icon name="up" />{{ 'Jump to the beginning' | t }}
      </button>
      <button type="button" role="menuitem" (click)="overlay.open('shortcuts')">
        <dcc-icon name="keyboard" />{{ 'Keyboard shortcuts' | t }}
      </button>
      @if (!isLobby() && mayInvite()) {
        <button type="button" role="menuitem" (click)="opened.set('add')">
          <dcc-icon name="add-person" />{{ 'Add person' | t }}
        </button>
        <button type="button" role="menuitem" (click)="opened.set('links')">
          <dcc-icon name="link" />{{ 'Invite links' | t }}
        </button>
      }
      @if (isModerator()) {
        <button type="button" role="menuitem" (click)="opened.set('edit')">
          <dcc-icon name="gear" />{{ 'Edit room' | t }}
        </button>
        <button type="button" role="menuitem" (click)="opened.set('moderation')">
          <dcc-icon name="history" />{{ 'Moderation log' | t }}
        </button>
      }
      <dcc-end-call [held]="held()" />
      @if (!isLobby()) {
        @if (mayTakeOver()) {
          <button type="button" role="menuitem" (click)="actions.becomeOwner(held().room.roomId)">
            <dcc-icon name="people" />{{ 'Become the owner' | t }}
          </button>
        }
        @if (held().room.kind === 'direct') {
          <button type="button" role="menuitem" (click)="actions.hide(held().room.roomId)">
            <dcc-icon name="close" />{{ 'Hide conversation' | t }}
          </button>
        } @else {
          <button type="button" role="menuitem" class="danger" (click)="opened.set('leave')">
            <dcc-icon name="leave" />{{ 'Leave room' | t }}
          </button>
        }
        @if (own() === 'owner') {
          <button type="button" role="menuitem" class="danger" (click)="opened.set('delete')">
            <dcc-icon name="close" />{{ 'Delete room' | t }}
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
  /** The room has no owner, so admins act as its owner. */
  protected readonly mayTakeOver = computed(() => this.own() === 'owner' && belongsToAdmins(this.held()));
}
