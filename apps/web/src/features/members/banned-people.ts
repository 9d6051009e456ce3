import { Component, computed, inject, input, signal } from '@angular/core';
import type { UserId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Avatar } from '../../parts/avatar';
import type { HeldRoom } from '../../client/rooms/held-room';

/** Lists a room's banned people with moderator and reason, and lets a moderator lift a ban. */
@Component({
  selector: 'dcc-banned-people',
  imports: [Avatar, Translate],
  template: `
    @if (banned().length) {
      <h3>
        {{ 'Banned' | t }} <small>{{ banned().length }}</small>
      </h3>
      <ul class="people" [attr.aria-label]="'Banned' | t">
        @for (person of banned(); track person.userId) {
          <li>
            <dcc-avatar [userId]="person.userId" />
            <div class="who">
              <b dir="auto">{{ person.name }}</b>
              <small dir="auto">{{ person.why }}</small>
            </div>
            <button
              type="button"
              class="text-button"
              [attr.aria-label]="'Unban {name}' | t: { name: person.name }"
              (click)="unban(person.userId)"
            >
              {{ 'Unban' | t }}
            </button>
          </li>
        }
      </ul>
      @if (problem(); as problem) {
        <p class="notice problem" role="alert">{{ problem }}</p>
      }
    }
  `,
})
export class BannedPeople {
  readonly held = input.required<HeldRoom>();
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);
  protected readonly problem = signal('');

  protected readonly banned = computed(() =>
    this.held().bans.map(({ userId, by, reason }) => ({
      userId,
      name: this.directory.nameOf(userId),
      why: `${t('by {name}', { name: this.directory.nameOf(by) })}${reason === null ? '' : `: ${reason}`}`,
    })),
  );

  protected async unban(userId: UserId): Promise<void> {
    const { roomId } = this.held().room;
    const reply = await this.connection.ask('member.unban', { roomId, userId });
    this.problem.set(reply.ok ? '' : reply.error.message);
  }
}
