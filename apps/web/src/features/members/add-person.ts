import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { HistoryChoice, UserId } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { foundBy } from '../../client/people/found-by';
import { Avatar } from '../../parts/avatar';
import { Dialog } from '../../platform/design/dialog';
import { Field } from '../../platform/design/field';
import { Select } from '../../platform/design/select';
import type { HeldRoom } from '../../client/rooms/held-room';

/** The dialog that adds people of this server to a room. */
@Component({
  selector: 'dcc-add-person',
  imports: [Avatar, Dialog, Field, Select, Translate],
  template: `
    <dcc-dialog [heading]="'Add person' | t" (closed)="closed.emit()">
      <dcc-field
        [label]="'Find' | t"
        [placeholder]="'Name or handle' | t"
        [(value)]="sought"
        [problem]="problem()"
        [autofocus]="true"
      />
      @if (held().room.kind === 'private') {
        <dcc-select [label]="'History' | t" [options]="histories" [(value)]="history" />
      }
      <ul class="listing">
        @for (user of candidates(); track user.userId) {
          <li>
            <dcc-avatar [userId]="user.userId" />
            <div class="what">
              <b dir="auto">{{ user.displayName }}</b>
              <small>&#64;{{ user.handle }}{{ user.isBot ? ' · ' + ('bot' | t) : '' }}</small>
            </div>
            <button
              type="button"
              class="secondary"
              [attr.aria-label]="'Add {name}' | t: { name: user.displayName }"
              [disabled]="adding() !== null"
              (click)="add(user.userId)"
            >
              {{ 'Add' | t }}
            </button>
          </li>
        } @empty {
          <li class="quiet">
            {{ (sought().trim() ? 'No people found outside this room.' : 'Everyone is already here.') | t }}
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
  protected readonly histories = [
    { value: 'whole', text: t('All of it') },
    { value: 'from_now', text: t('Only messages from now on') },
  ] as const;
  protected readonly history = signal<HistoryChoice>('whole');
  protected readonly adding = signal<UserId | null>(null);
  protected readonly candidates = computed(() => {
    const here = new Set(this.held().members.map(({ userId }) => userId));
    return foundBy(this.sought(), this.directory.users().values()).filter(({ userId }) => !here.has(userId));
  });

  protected async add(userId: UserId): Promise<void> {
    if (this.adding() !== null) return;
    this.adding.set(userId);
    const roomId = this.held().room.roomId;
    const reply = await this.connection.ask('room.member_add', {
      roomId,
      userId,
      history: this.history(),
    });
    this.adding.set(null);
    this.problem.set(reply.ok ? '' : reply.error.message);
  }
}
