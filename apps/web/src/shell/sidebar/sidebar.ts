import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { RoomId } from '@devchitchat/contracts';
import { CallBar } from '../../features/call/call-bar';
import { CurrentCall } from '../../client/call/state/current-call';
import { OwnVoiceControls } from '../../features/call/own-voice-controls';
import { RoomCallers } from '../../parts/room-callers';
import { RejoinOffer } from '../../client/call/state/rejoin-offer';
import { RejoinNotice } from '../../features/call/rejoin-notice';
import { DirectList } from '../../features/sidebar/direct-list';
import { NewMessage } from '../../features/sidebar/new-message';
import { InvitePeople } from '../../features/invite/invite-people';
import { Overlay } from '../keyboard/overlay';
import { Translate } from '../../platform/language/translate';
import { PresenceDot } from '../../parts/presence-dot';
import { WaitingBadge } from '../../features/sidebar/waiting-badge';
import { WhatWaits } from '../../client/reading/what-waits';
import { Session } from '../../client/session/session';
import { Avatar } from '../../parts/avatar';
import { Icon } from '../../platform/design/icon';
import { BrowseRooms } from '../../features/sidebar/browse-rooms';
import { NewRoom } from '../../features/sidebar/new-room';
import { RoomOnPage } from '../../client/rooms/room-on-page';
import { Rooms } from '../../client/rooms/rooms';

/** The rooms one is in, the ways to more of them, and oneself. */
@Component({
  selector: 'dcc-sidebar',
  imports: [
    Avatar,
    BrowseRooms,
    CallBar,
    DirectList,
    Icon,
    InvitePeople,
    NewMessage,
    NewRoom,
    OwnVoiceControls,
    PresenceDot,
    RoomCallers,
    RouterLink,
    RouterLinkActive,
    Translate,
    WaitingBadge,
    RejoinNotice,
  ],
  templateUrl: './sidebar.html',
})
export class Sidebar {
  protected readonly rooms = inject(Rooms);
  protected readonly waiting = inject(WhatWaits);
  protected readonly session = inject(Session);
  protected readonly overlay = inject(Overlay);
  protected readonly currentCall = inject(CurrentCall);
  private readonly onPage = inject(RoomOnPage);
  private readonly rejoinOffer = inject(RejoinOffer);
  protected readonly callIsElsewhere = computed(() => {
    const roomId = this.currentCall.roomId();
    return roomId !== null && roomId !== this.onPage.roomId();
  });
  protected readonly rejoinElsewhere = computed(() => {
    const roomId = this.rejoinOffer.roomId();
    return roomId === this.onPage.roomId() || !this.rooms.held().has(roomId as RoomId) ? null : roomId;
  });
}
