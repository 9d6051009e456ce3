import { Component, computed, inject, input, output } from '@angular/core';
import { Directory } from '../people/directory';
import { Session } from '../session/session';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import type { HeldRoom } from './held-room';

/** Who is in the room. */
@Component({
  selector: 'dcc-members-panel',
  imports: [Avatar, Icon],
  host: { class: 'side-panel' },
  template: `
    <aside aria-label="Members">
      <header>
        <h2>
          Members <small>{{ people().length }}</small>
        </h2>
        <button type="button" class="icon-button" aria-label="Close members" (click)="closed.emit()">
          <dcc-icon name="close" />
        </button>
      </header>
      <ul class="people">
        @for (person of people(); track person.userId) {
          <li>
            <dcc-avatar [userId]="person.userId" />
            <div class="who">
              <b>{{ person.name }}</b>
              <small>{{ person.handle }}{{ person.isMe ? ' · you' : '' }}</small>
            </div>
            @if (person.role !== 'member') {
              <span class="role">{{ person.role }}</span>
            }
          </li>
        }
      </ul>
    </aside>
  `,
})
export class MembersPanel {
  readonly held = input.required<HeldRoom>();
  readonly closed = output();
  private readonly directory = inject(Directory);
  private readonly session = inject(Session);

  protected readonly people = computed(() =>
    this.held()
      .members.map(({ userId, role }) => ({
        userId,
        role,
        name: this.directory.nameOf(userId),
        handle: `@${this.directory.users().get(userId)?.handle ?? '…'}`,
        isMe: userId === this.session.me()?.userId,
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  );
}
