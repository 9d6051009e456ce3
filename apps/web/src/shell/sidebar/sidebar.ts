import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CurrentCall } from '../../client/call/state/current-call';
import { OwnVoiceControls } from '../../features/call/own-voice-controls';
import { DirectList } from '../../features/sidebar/direct-list';
import { NewMessage } from '../../features/sidebar/new-message';
import { InvitePeople } from '../../features/invite/invite-people';
import { Overlay } from '../keyboard/overlay';
import { Translate } from '../../platform/language/translate';
import { PresenceDot } from '../../parts/presence-dot';
import { Session } from '../../client/session/session';
import { Avatar } from '../../parts/avatar';
import { ControlLabel } from '../../platform/design/control-label';
import { Icon } from '../../platform/design/icon';
import { BrowseButton } from '../../features/sidebar/browse-button';
import { RoomRow } from '../../features/sidebar/room-row';
import { RoomScroll } from '../../features/sidebar/room-scroll';
import { SectionFilter } from '../../features/sidebar/section-filter';
import { SectionHeading } from '../../features/sidebar/section-heading';
import { BrowseRooms } from '../../features/sidebar/browse-rooms';
import { NewRoom } from '../../features/sidebar/new-room';
import { Rooms } from '../../client/rooms/rooms';
import { SidebarCall } from './sidebar-call';

/** The user's rooms, the ways to more rooms, and the user's own controls. */
@Component({
  selector: 'dcc-sidebar',
  imports: [
    Avatar,
    BrowseButton,
    BrowseRooms,
    ControlLabel,
    DirectList,
    Icon,
    InvitePeople,
    NewMessage,
    NewRoom,
    OwnVoiceControls,
    PresenceDot,
    RoomRow,
    RoomScroll,
    RouterLink,
    SectionHeading,
    Translate,
    SidebarCall,
  ],
  templateUrl: './sidebar.html',
})
export class Sidebar {
  protected readonly rooms = inject(Rooms);
  protected readonly session = inject(Session);
  protected readonly overlay = inject(Overlay);
  protected readonly currentCall = inject(CurrentCall);
  protected readonly filter = new SectionFilter('rooms');

  protected readonly listed = computed(() => this.rooms.list().filter(({ roomId }) => this.filter.shows(roomId)));
  protected readonly roomIds = computed(() => this.listed().map(({ roomId }) => roomId));
}
