import { Component, computed, effect, inject, untracked } from '@angular/core';
import { Connection } from '../../client/connection/connection';
import { pagedList } from '../../client/connection/paged-list';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { momentOf } from '../../platform/time/times';
import { actText } from './act-text';

/** The log of admin actions, latest first. */
@Component({
  selector: 'dcc-act-list',
  imports: [Translate],
  template: `
    @if (acts.problem(); as problem) {
      <p class="notice problem" role="alert">
        {{ problem }} <button type="button" class="text-button" (click)="acts.retry()">{{ 'Try again' | t }}</button>
      </p>
    }
    <ol class="listing" [attr.aria-label]="'Log' | t">
      @for (line of lines(); track line.eventId) {
        <li>
          <div class="what">
            <span class="words">{{ line.words }}</span>
            <small>{{ line.moment }}</small>
          </div>
        </li>
      } @empty {
        @if (!acts.problem()) {
          <li class="quiet">{{ (lines() ? 'No actions yet.' : 'Loading the log…') | t }}</li>
        }
      }
    </ol>
    @if (acts.hasMore()) {
      <div class="actions start">
        <button type="button" class="secondary" [disabled]="acts.loading()" (click)="acts.more()">
          {{ 'Load older events' | t }}
        </button>
      </div>
    }
  `,
})
export class ActList {
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);
  protected readonly acts = pagedList(
    this.connection,
    'audit.list',
    () => ({}),
    ({ acts }) => acts,
  );
  protected readonly lines = computed(() =>
    this.acts.items()?.map((act) => ({
      eventId: act.eventId,
      words: actText(act, (userId) => this.directory.nameOf(userId)),
      moment: momentOf(act.ts),
    })),
  );

  constructor() {
    // After a page reload this is created before the connection is back.
    effect(() => {
      if (this.connection.state() === 'online') void untracked(() => this.acts.load());
    });
  }
}
