import { Component, computed, inject, input } from '@angular/core';
import type { UserId } from '@devchitchat/contracts';
import { listOf, t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Avatar } from '../../parts/avatar';
import { Icon } from '../../platform/design/icon';

/** As many names as fit in a line. */
const maxNames = 3;

/** The readers of the user's last message: names if they are few, else a number that opens the list. */
@Component({
  selector: 'dcc-seen-by',
  imports: [Avatar, Icon, Translate],
  template: `
    @if (names().length > maxNames) {
      <details>
        <summary [title]="list()">
          <dcc-icon name="check" />{{ 'Seen by {count} people' | t: { count: names().length } }}
        </summary>
        <ul [attr.aria-label]="'Seen by' | t">
          @for (person of people(); track person.userId) {
            <li>
              <dcc-avatar [userId]="person.userId" /><bdi>{{ person.name }}</bdi>
            </li>
          }
        </ul>
      </details>
    } @else {
      <p><dcc-icon name="check" />{{ words() }}</p>
    }
  `,
})
export class SeenBy {
  readonly userIds = input.required<readonly UserId[]>();
  private readonly directory = inject(Directory);
  protected readonly maxNames = maxNames;
  protected readonly people = computed(() =>
    this.userIds().map((userId) => ({ userId, name: this.directory.nameOf(userId) })),
  );
  protected readonly names = computed(() => this.people().map(({ name }) => name));
  protected readonly list = computed(() => listOf(this.names()));
  protected readonly words = computed(() => t('Seen by {names}', { names: this.list() }));
}
