import { Component, computed, inject, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { RoomId } from '@devchitchat/contracts';
import { Translate } from '../../platform/language/translate';
import { PresenceDot } from '../../parts/presence-dot';
import { RoomRow } from './room-row';
import { RoomScroll } from './room-scroll';
import { SectionFilter } from './section-filter';
import { SectionHeading } from './section-heading';
import { RoomNames } from '../../client/rooms/room-names';
import { Rooms } from '../../client/rooms/rooms';
import { Session } from '../../client/session/session';
import { Avatar } from '../../parts/avatar';
import { ControlLabel } from '../../platform/design/control-label';
import { Icon } from '../../platform/design/icon';
import { Directs } from '../../client/directs/directs';

/** The listed direct conversations, and a button to start one. */
@Component({
  selector: 'dcc-direct-list',
  imports: [Avatar, ControlLabel, Icon, PresenceDot, RoomRow, RoomScroll, SectionHeading, Translate],
  template: `
    <nav [attr.aria-label]="'Direct messages' | t" [style.--rows]="rows().length">
      <div class="group">
        <dcc-section-heading section="directs" [words]="'Direct messages' | t" />
        <button type="button" class="icon-button small" [dccLabel]="'New message' | t" (click)="begins.emit()">
          <dcc-icon name="plus" />
        </button>
      </div>
      <dcc-room-scroll section="directs" [roomIds]="roomIds()">
        <ul>
          @for (direct of rows(); track direct.roomId) {
            <li
              dccRoomRow
              class="direct"
              [roomId]="direct.roomId"
              [name]="direct.name"
              [hushed]="filter.isHushed(direct.roomId)"
              direct
            >
              @if (direct.shownAs; as userId) {
                <span class="pictured"><dcc-avatar [userId]="userId" /><dcc-presence-dot [userId]="userId" /></span>
              } @else {
                <dcc-icon name="people" />
              }
              <button
                type="button"
                class="icon-button small hide"
                [attr.aria-label]="'Hide the conversation with {name}' | t: { name: direct.name }"
                [title]="'Hide conversation' | t"
                (click)="hide(direct.roomId)"
              >
                <dcc-icon name="close" />
              </button>
            </li>
          } @empty {
            @if (rooms.ready() && directs.list().length === 0) {
              <li class="quiet">{{ 'Message one person, or several at once.' | t }}</li>
            }
          }
        </ul>
      </dcc-room-scroll>
      @if (problem(); as problem) {
        <p class="notice problem" role="alert">{{ problem }}</p>
      }
    </nav>
  `,
})
export class DirectList {
  /** The user wants to write a new message. */
  readonly begins = output();
  protected readonly rooms = inject(Rooms);
  protected readonly directs = inject(Directs);
  protected readonly filter = new SectionFilter('directs');
  private readonly names = inject(RoomNames);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly problem = signal('');

  private readonly listed = computed(() => this.directs.list().filter(({ room }) => this.filter.shows(room.roomId)));
  protected readonly roomIds = computed(() => this.listed().map(({ room }) => room.roomId));
  protected readonly rows = computed(() =>
    this.listed().map((held) => {
      const others = this.names.othersIn(held);
      return {
        roomId: held.room.roomId,
        name: this.names.of(held),
        /** The other person of a conversation of two; `undefined` for several. */
        shownAs: others.length > 1 ? undefined : (others[0] ?? this.session.me()?.userId),
      };
    }),
  );

  protected async hide(roomId: RoomId): Promise<void> {
    this.problem.set(await this.directs.hide(roomId));
    if (!this.problem() && this.router.url.startsWith(`/room/${roomId}`)) await this.router.navigate(['/']);
  }
}
