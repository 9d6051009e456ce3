import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { roomId as anyRoomId, type RoomId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { loaded } from '../../client/connection/loaded';
import { wholeList } from '../../client/connection/whole-list';
import { Drafts } from '../../client/drafts/drafts';
import { Rooms } from '../../client/rooms/rooms';
import { Action } from '../../platform/design/action';
import { Icon } from '../../platform/design/icon';
import { Translate } from '../../platform/language/translate';

/**
 * Shown to non-members in place of a room. A public room can be joined from here; any other has no name here. Also holds
 * the texts that the user did not send before they were removed or the room was deleted.
 */
@Component({
  selector: 'dcc-not-in-room',
  imports: [Icon, RouterLink, Translate],
  host: { class: 'standalone' },
  template: `
    @if (room(); as room) {
      <dcc-icon name="hash" />
      <h1 dir="auto">{{ room.name }}</h1>
      <p>
        {{ '{count} people' | t: { count: room.memberCount } }}{{ room.topic ? ' · ' : '' }}<bdi>{{ room.topic }}</bdi>
      </p>
      @if (isBanned()) {
        <p role="status">
          {{
            'You’re banned from this room, so you can’t read or join it. Ask one of its moderators to unban you.' | t
          }}
        </p>
      } @else {
        <p>{{ joining.problem() || ('You’re not in this room. Anyone here can join it.' | t) }}</p>
      }
    } @else if (isAnswered()) {
      <dcc-icon name="lock" />
      <h1>{{ 'There’s no room here that you can see' | t }}</h1>
      <p>
        {{ 'It may be deleted, or private: then someone in it can add you or send you a link.' | t }}
      </p>
    } @else {
      <p>{{ listed.problem() || ('Loading the room…' | t) }}</p>
    }
    @if (kept(); as text) {
      <label class="kept">
        <span>{{ 'You didn’t send this here:' | t }}</span>
        <textarea dir="auto" rows="4" readonly [value]="text"></textarea>
      </label>
    }
    <div class="actions">
      @if (kept()) {
        <button type="button" class="text-button" (click)="drafts.discard(roomId())">{{ 'Discard text' | t }}</button>
      }
      <a class="secondary" routerLink="/">{{ 'Back to your rooms' | t }}</a>
      @if (room() && !isBanned()) {
        <button type="button" class="primary" [attr.aria-disabled]="joining.busy()" (click)="join()">
          {{ 'Join room' | t }}
        </button>
      } @else if (!room() && listed.problem()) {
        <button type="button" class="primary" (click)="listed.reload()">{{ 'Try again' | t }}</button>
      }
    </div>
  `,
})
export class NotInRoom {
  /** As written in the address. */
  readonly roomId = input.required<RoomId>();
  private readonly connection = inject(Connection);
  private readonly rooms = inject(Rooms);
  protected readonly drafts = inject(Drafts).book;
  protected readonly kept = computed(() => this.drafts.textsIn(this.roomId()).join('\n\n'));
  private readonly isRoomId = computed(() => anyRoomId.safeParse(this.roomId()).success);
  protected readonly listed = loaded({
    params: () => (this.isRoomId() ? { roomId: this.roomId() } : undefined),
    load: () => wholeList(this.connection, 'room.list', {}, ({ rooms }) => rooms),
  });
  protected readonly isAnswered = computed(() => !this.isRoomId() || this.listed.value() !== null);
  protected readonly room = computed(() =>
    this.listed.value()?.find(({ roomId, kind }) => roomId === this.roomId() && kind === 'public'),
  );
  protected readonly joining = new Action();
  protected readonly isBanned = computed(() => this.room()?.banned === true);

  protected async join(): Promise<void> {
    const reply = await this.joining.run(() => this.connection.ask('room.join', { roomId: this.roomId() }));
    if (reply?.ok) this.rooms.enter(reply.value);
    // Since the list came, the room may have been deleted, or the user banned from it.
    else this.listed.reload();
  }
}
