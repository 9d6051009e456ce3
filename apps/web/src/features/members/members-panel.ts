import { Component, computed, inject, input, output, signal } from '@angular/core';
import { isModerator } from '@devchitchat/contracts';
import { byName } from '../../platform/language/plain';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Presence } from '../../client/presence/presence';
import { PresenceDot } from '../../parts/presence-dot';
import { Session } from '../../client/session/session';
import { Avatar } from '../../parts/avatar';
import { Icon } from '../../platform/design/icon';
import { BannedPeople } from './banned-people';
import type { HeldRoom } from '../../client/rooms/held-room';
import { MemberMenu } from './member-menu';
import { belongsToAdmins, roleIn } from '../../client/rooms/member-rights';
import { mutedNow } from '../../client/rooms/muted-now';
import { isLobby } from '../../client/rooms/room-order';

const roleLabels = { owner: 'owner', mod: 'moderator' } as const;

/** The members of the room, and the actions of its moderators. */
@Component({
  selector: 'dcc-members-panel',
  imports: [Avatar, BannedPeople, Icon, MemberMenu, PresenceDot, Translate],
  host: { class: 'side-panel' },
  template: `
    <aside [attr.aria-label]="'Members' | t">
      <header>
        <h2>
          {{ 'Members' | t }} <small>{{ people().length }}</small>
        </h2>
        <button type="button" class="icon-button" [attr.aria-label]="'Close members' | t" (click)="closed.emit()">
          <dcc-icon name="close" />
        </button>
      </header>
      @if (belongsToAdmins()) {
        <p class="note">
          @if (isLobby()) {
            {{ 'The admins run the lobby.' | t }}
          } @else {
            {{ 'This room has no owner. The admins in it run it.' | t }}
          }
        </p>
      }
      @for (group of groups(); track group.title) {
        @if (group.title) {
          <h3>
            {{ group.title | t }} <small>{{ group.people.length }}</small>
          </h3>
        }
        <ul class="people" [attr.aria-label]="group.title ? (group.title | t) : null">
          @for (person of group.people; track person.userId) {
            <li [class.away]="person.state === 'offline'">
              <span class="pictured">
                <dcc-avatar [userId]="person.userId" /><dcc-presence-dot [userId]="person.userId" />
              </span>
              <div class="who">
                <b dir="auto">{{ person.name }}</b>
                <small>{{ person.handle }}{{ person.isMe ? ' · ' + ('you' | t) : '' }}</small>
              </div>
              @if (person.isBot) {
                <span class="role">{{ 'bot' | t }}</span>
              }
              @if (person.isDisabled) {
                <span class="role">{{ 'disabled' | t }}</span>
              }
              @if (person.isMuted) {
                <span class="role">{{ 'muted' | t }}</span>
              }
              @if (person.role !== 'member') {
                <span class="role">{{ roleLabels[person.role] | t }}</span>
              } @else if (person.acting === 'owner') {
                <span class="role">{{ 'admin' | t }}</span>
              }
              <dcc-member-menu
                [room]="held().room"
                [member]="person.member"
                [own]="own()"
                [acting]="person.acting"
                [asAdmin]="belongsToAdmins()"
                [muted]="person.isMuted"
                [hasOthers]="people().length > 2"
                (problem)="problem.set($event)"
              />
            </li>
          }
        </ul>
      }
      @if (problem(); as problem) {
        <p class="notice problem" role="alert">{{ problem }}</p>
      }
      @if (isModerator()) {
        <dcc-banned-people [held]="held()" />
      }
    </aside>
  `,
})
export class MembersPanel {
  readonly held = input.required<HeldRoom>();
  readonly closed = output();
  private readonly directory = inject(Directory);
  private readonly session = inject(Session);
  private readonly presence = inject(Presence);

  private readonly muted = mutedNow(computed(() => this.held().mutes));
  protected readonly roleLabels = roleLabels;
  protected readonly problem = signal('');
  protected readonly isLobby = computed(() => isLobby(this.held().room));
  protected readonly belongsToAdmins = computed(() => belongsToAdmins(this.held()));
  /** The user's effective role here. */
  protected readonly own = computed(() => roleIn(this.held(), this.session.me()));
  protected readonly isModerator = computed(() => isModerator(this.own()));

  protected readonly people = computed(() =>
    this.held()
      .members.map((member) => ({
        member,
        userId: member.userId,
        role: member.role,
        acting: roleIn(this.held(), this.directory.users().get(member.userId)) ?? member.role,
        name: this.directory.nameOf(member.userId),
        handle: `@${this.directory.users().get(member.userId)?.handle ?? '…'}`,
        isBot: this.directory.isBot(member.userId),
        isDisabled: this.directory.users().get(member.userId)?.disabled ?? false,
        isMuted: this.muted().some(({ userId }) => userId === member.userId),
        isMe: member.userId === this.session.me()?.userId,
        state: this.presence.of(member.userId),
      }))
      .sort((a, b) => byName(a.name, b.name)),
  );

  /** Online members first; a single group while presence is unknown. */
  protected readonly groups = computed(() => {
    const people = this.people();
    if (people.some(({ state }) => state === null)) return [{ title: null, people }];
    const [here, away] = [false, true].map((isAway) => people.filter(({ state }) => (state === 'offline') === isAway));
    return [
      { title: 'Online' as const, people: here ?? [] },
      { title: 'Offline' as const, people: away ?? [] },
    ].filter((group) => group.people.length > 0);
  });
}
