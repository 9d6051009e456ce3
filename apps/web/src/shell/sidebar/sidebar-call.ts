import { Component, computed, inject } from '@angular/core';
import type { RoomId } from '@devchitchat/contracts';
import { CurrentCall } from '../../client/call/state/current-call';
import { RejoinOffer } from '../../client/call/state/rejoin-offer';
import { RoomOnPage } from '../../client/rooms/room-on-page';
import { Rooms } from '../../client/rooms/rooms';
import { CallBar } from '../../features/call/call-bar';
import { RejoinNotice } from '../../features/call/rejoin-notice';

/** The call of a room that is not on the page: its controls while this tab is in it, or the offer to rejoin it. */
@Component({
  selector: 'dcc-sidebar-call',
  imports: [CallBar, RejoinNotice],
  template: `
    @if (isElsewhere()) {
      @defer (on immediate) {
        <dcc-call-bar />
      }
    }
    @if (rejoin(); as roomId) {
      @defer (on immediate) {
        <dcc-rejoin-notice [roomId]="roomId" />
      }
    }
  `,
})
export class SidebarCall {
  private readonly currentCall = inject(CurrentCall);
  private readonly onPage = inject(RoomOnPage);
  private readonly rejoinOffer = inject(RejoinOffer);
  private readonly rooms = inject(Rooms);

  protected readonly isElsewhere = computed(() => {
    const roomId = this.currentCall.roomId();
    return roomId !== null && roomId !== this.onPage.roomId();
  });
  protected readonly rejoin = computed(() => {
    const roomId = this.rejoinOffer.roomId();
    return roomId === this.onPage.roomId() || !this.rooms.held().has(roomId as RoomId) ? null : roomId;
  });
}
