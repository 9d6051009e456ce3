import { Component, computed, inject, input, output, signal } from '@angular/core';
import { messagingCommands, type UserId } from '@devchitchat/contracts';
import { Connection } from '../connection/connection';
import { Directory } from '../people/directory';
import { Avatar } from '../ui/avatar';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import type { HeldRoom } from './held-room';

/** The dialog that brings people of this server into a room. */
@Component({
  selector: 'dcc-add-person',
  imports: [Avatar, Dialog, Field],
  template: `
    <dcc-dialog heading="Add person" (closed)="closed.emit()">
      <dcc-field
        label="Find"
        placeholder="Name or handle"
        [(value)]="sought"
        [problem]="problem()"
        [autofocus]="true"
      />
      <ul class="listing">
        @for (user of candidates(); track user.userId) {
          <li>
            <dcc-avatar [userId]="user.userId" />
            <div class="what">
              <b>{{ user.displayName }}</b>
              <small>&#64;{{ user.handle }}</small>
            </div>
            <button
              type="button"
              class="secondary"
              [attr.aria-label]="'Add ' + user.displayName"
              [disabled]="adding() !== null"
              (click)="add(user.userId)"
            >
              Add
            </button>
          </li>
        } @empty {
          <li class="quiet">
            {{ sought().trim() ? 'Nobody outside of this room has such a name.' : 'Everybody is here already.' }}
          </li>
        }
      </ul>
    </dcc-dialog>
  `,
})
export class AddPerson {
  readonly held = input.required<HeldRoom>();
  readonly closed = output();
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);

  protected readonly sought = signal('');
  protected readonly problem = signal('');
  protected readonly adding = signal<UserId | null>(null);
  protected readonly candidates = computed(() => {
    const here = new Set(this.held().members.map(({ userId }) => userId));
    const sought = this.sought().trim().replace(/^@/, '').toLocaleLowerCase();
    return [...this.directory.users().values()]
      .filter((user) => !here.has(user.userId))
      .filter(({ handle, displayName }) => `${handle} ${displayName}`.toLocaleLowerCase().includes(sought))
      .sort((a, b) => a.displayName.localeCompare(b.displayName));
  });

  protected async add(userId: UserId): Promise<void> {
    this.adding.set(userId);
    const roomId = this.held().room.roomId;
    const reply = await this.connection.ask(messagingCommands.roomMemberAdd, { roomId, userId });
    this.adding.set(null);
    this.problem.set(reply.ok ? '' : reply.error.message);
  }
}
