import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { outranks, type Member, type Room, type RoomRole } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Directs } from '../../client/directs/directs';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Session } from '../../client/session/session';
import { Menu } from '../../platform/design/menu';
import { MenuItem } from '../../platform/design/menu-item';
import { MutePerson } from './mute-person';
import { TransferOwnership } from './transfer-ownership';
import { KickBanDialog } from './kick-ban-dialog';
import { isLobby } from '../../client/rooms/room-order';

/**
 * Actions for a member of a room: message them, and moderate those of a lower role. Missing for the user themselves.
 */
@Component({
  selector: 'dcc-member-menu',
  imports: [Menu, MenuItem, MutePerson, TransferOwnership, KickBanDialog, Translate],
  template: `
    @if (mayWrite() || mayRemove()) {
      <dcc-menu [label]="'Actions for {name}' | t: { name: name() }">
        @if (mayWrite()) {
          <button dccMenuItem (click)="write()">{{ 'Message' | t }}</button>
        }
        @if (mayRemove()) {
          @if (own() === 'owner') {
            @if (member().role !== 'member') {
              <button dccMenuItem (click)="setRole('member')">{{ 'Remove as moderator' | t }}</button>
            } @else if (isActive()) {
              <button dccMenuItem (click)="setRole('mod')">{{ 'Make moderator' | t }}</button>
            }
            @if (mayTransfer()) {
              <button dccMenuItem (click)="opened.set('pass on')">{{ 'Make owner' | t }}</button>
            }
          }
          @if (muted()) {
            <button dccMenuItem (click)="unmute()">{{ 'Unmute' | t }}</button>
          } @else {
            <button dccMenuItem (click)="opened.set('mute')">{{ 'Mute' | t }}</button>
          }
          <button dccMenuItem class="danger" (click)="opened.set('remove')">{{ 'Remove from room' | t }}</button>
          <button dccMenuItem class="danger" (click)="opened.set('ban')">{{ 'Ban from room' | t }}</button>
        }
      </dcc-menu>
    }
    @switch (opened()) {
      @case ('pass on') {
        <dcc-transfer-ownership
          [room]="room()"
          [userId]="member().userId"
          [asAdmin]="asAdmin()"
          (closed)="opened.set(null)"
        />
      }
      @case ('mute') {
        <dcc-mute-person [room]="room()" [userId]="member().userId" (closed)="opened.set(null)" />
      }
      @case ('remove') {
        <dcc-kick-ban-dialog [room]="room()" [userId]="member().userId" way="remove" (closed)="opened.set(null)" />
      }
      @case ('ban') {
        <dcc-kick-ban-dialog [room]="room()" [userId]="member().userId" way="ban" (closed)="opened.set(null)" />
      }
    }
  `,
})
export class MemberMenu {
  readonly room = input.required<Room>();
  readonly member = input.required<Member>();
  /** The signed-in user's role in the room. */
  readonly own = input.required<RoomRole | undefined>();
  /** The effective role of this member in the room. */
  readonly acting = input.required<RoomRole>();
  /** The room has no owner: admins act as its owner. */
  readonly asAdmin = input.required<boolean>();
  readonly muted = input.required<boolean>();
  /** The room has members besides this one and the signed-in user. */
  readonly hasOthers = input.required<boolean>();
  readonly problem = output<string>();
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);
  private readonly directs = inject(Directs);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly opened = signal<'pass on' | 'mute' | 'remove' | 'ban' | null>(null);
  protected readonly name = computed(() => this.directory.nameOf(this.member().userId));
  protected readonly mayRemove = computed(() => outranks(this.own(), this.acting()));
  /** The lobby stays the admins', and bots and disabled accounts govern nothing. */
  protected readonly mayTransfer = computed(() => {
    const user = this.directory.users().get(this.member().userId);
    return !isLobby(this.room()) && user !== undefined && user.active && !user.isBot;
  });

  /** A disabled account cannot moderate. */
  protected readonly isActive = computed(() => this.directory.users().get(this.member().userId)?.active ?? false);

  /** False in the direct conversation with this member, which is already open. */
  protected readonly mayWrite = computed(() => {
    const { userId } = this.member();
    const isHere = this.room().kind === 'direct' && !this.hasOthers();
    return userId !== this.session.me()?.userId && !isHere && this.isActive();
  });

  protected async write(): Promise<void> {
    const opened = await this.directs.open([this.member().userId]);
    if (opened.ok) await this.router.navigate(['/room', opened.value]);
    else this.problem.emit(opened.error.message);
  }

  protected async unmute(): Promise<void> {
    const whom = { roomId: this.room().roomId, userId: this.member().userId };
    const reply = await this.connection.ask('member.unmute', whom);
    this.problem.emit(reply.ok ? '' : reply.error.message);
  }

  protected async setRole(role: RoomRole): Promise<void> {
    const whom = { roomId: this.room().roomId, userId: this.member().userId };
    const reply = await this.connection.ask('member.set_role', { ...whom, role });
    this.problem.emit(reply.ok ? '' : reply.error.message);
  }
}
