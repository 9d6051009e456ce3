import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { RoomId } from '@devchitchat/contracts';
import { CallBar } from '../call/call-bar';
import { CallEntrance } from '../call/call-entrance';
import { OwnVoiceControls } from '../call/own-voice-controls';
import { RoomCallers } from '../call/room-callers';
import { WayBack } from '../call/way-back';
import { WayBackOffer } from '../call/way-back-offer';
import { DirectList } from '../directs/direct-list';
import { NewMessage } from '../directs/new-message';
import { InvitePeople } from '../invite/invite-people';
import { Overlay } from '../keyboard/overlay';
import { Translate } from '../language/translate';
import { PresenceDot } from '../presence/presence-dot';
import { WaitingBadge } from '../reading/waiting-badge';
import { WhatWaits } from '../reading/what-waits';
import { Session } from '../session/session';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { BrowseRooms } from './browse-rooms';
import { NewRoom } from './new-room';
import { Rooms } from './rooms';

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
    WayBackOffer,
  ],
  templateUrl: './sidebar.html',
})
export class Sidebar {
  protected readonly rooms = inject(Rooms);
  protected readonly waiting = inject(WhatWaits);
  protected readonly session = inject(Session);
  protected readonly overlay = inject(Overlay);
  protected readonly entrance = inject(CallEntrance);
  private readonly wayBack = inject(WayBack);
  protected readonly callIsElsewhere = computed(() => {
    const roomId = this.entrance.roomId();
    return roomId !== null && roomId !== this.entrance.roomOnPage();
  });
  protected readonly wayBackElsewhere = computed(() => {
    const roomId = this.wayBack.roomId();
    return roomId === this.entrance.roomOnPage() || !this.rooms.held().has(roomId as RoomId) ? null : roomId;
  });
}
