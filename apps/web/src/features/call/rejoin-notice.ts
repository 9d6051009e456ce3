import { Component, inject, input } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { Translate } from '../../platform/language/translate';
import { RoomNames } from '../../client/rooms/room-names';
import { Icon } from '../../platform/design/icon';
import { CallLauncher } from '../../client/call/call-launcher';
import { RejoinOffer } from '../../client/call/state/rejoin-offer';

/**
 * Offers to rejoin the call that was interrupted: in its room, and in the sidebar while another room is open. Replaces the
 * old peer of this browser without asking, which the server may still list.
 */
@Component({
  selector: 'dcc-rejoin-notice',
  imports: [Icon, Translate],
  template: `
    <p class="notice" role="status">
      <dcc-icon name="phone" />
      <span>{{
        isHere()
          ? ('You were in a call here.' | t)
          : ('You were in a call in {room}.' | t: { room: names.ofId(roomId()) ?? '' })
      }}</span>
      <button type="button" class="text-button" (click)="launcher.moveHere(roomId())">{{ 'Rejoin' | t }}</button>
      <button type="button" class="icon-button small" [attr.aria-label]="'Close' | t" (click)="offer.forget()">
        <dcc-icon name="close" />
      </button>
    </p>
  `,
})
export class RejoinNotice {
  readonly roomId = input.required<RoomId>();
  readonly isHere = input(false);
  protected readonly launcher = inject(CallLauncher);
  protected readonly offer = inject(RejoinOffer);
  protected readonly names = inject(RoomNames);
}
