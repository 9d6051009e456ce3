import { booleanAttribute, Component, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { RoomId } from '@devchitchat/contracts';
import { RoomAttention } from '../../client/reading/room-attention';
import { RoomCallers } from '../../parts/room-callers';
import { UnreadBadge } from './unread-badge';

/** A room's row in the sidebar: the link with its picture and badge, buttons beside it, and who is in its call. */
@Component({
  selector: 'li[dccRoomRow]',
  imports: [RoomCallers, RouterLink, RouterLinkActive, UnreadBadge],
  template: `
    <a
      class="row"
      [routerLink]="['/room', roomId()]"
      routerLinkActive
      #link="routerLinkActive"
      ariaCurrentWhenActive="page"
      [attr.data-room]="roomId()"
      [class.unread]="waiting.unreadIn(roomId())"
      [class.hushed]="hushed()"
      [attr.aria-label]="name()"
      [attr.aria-description]="waiting.labelFor(roomId())"
    >
      <ng-content />
      <span class="label" dir="auto">{{ name() }}</span>
      <dcc-unread-badge [roomId]="roomId()" [here]="link.isActive" [direct]="direct()" />
    </a>
    <ng-content select="button" />
    <dcc-room-callers [roomId]="roomId()" [roomName]="name()" />
  `,
})
export class RoomRow {
  readonly roomId = input.required<RoomId>();
  readonly name = input.required<string>();
  /** Tells the user of nothing. */
  readonly hushed = input(false);
  /** A direct conversation, where every message is addressed to the user. */
  readonly direct = input(false, { transform: booleanAttribute });
  protected readonly waiting = inject(RoomAttention);
}
