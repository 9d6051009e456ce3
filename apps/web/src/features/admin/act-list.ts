import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import type { AdminAct } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { momentOf } from '../../platform/time/times';
import { actInWords } from './act-words';

/** What admins did, latest first. */
@Component({
  selector: 'dcc-act-list',
  imports: [Translate],
  template: `
    @if (problem(); as problem) {
      <p class="notice problem" role="alert">
        {{ problem }} <button type="button" class="text-button" (click)="load()">{{ 'Try again' | t }}</button>
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
        @if (!problem()) {
          <li class="quiet">{{ (lines() ? 'Nothing was done yet.' : 'Loading the log…') | t }}</li>
        }
      }
    </ol>
    @if (next()) {
      <div class="actions start">
        <button type="button" class="secondary" [disabled]="busy()" (click)="loadMore()">
          {{ 'Look further back' | t }}
        </button>
      </div>
    }
  `,
})
export class ActList {
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);
  private readonly acts = signal<readonly AdminAct[] | null>(null);
  /** After which act the next page begins; `null` where there is none. */
  protected readonly next = signal<number | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly lines = computed(() =>
    this.acts()?.map((act) => ({
      eventId: act.eventId,
      words: actInWords(act, (userId) => this.directory.nameOf(userId)),
      moment: momentOf(act.ts),
    })),
  );

  constructor() {
    // After a reload the page stands before its connection does.
    effect(() => {
      if (this.connection.state() === 'online') void untracked(() => this.load());
    });
  }

  protected load(): Promise<void> {
    return this.ask(undefined);
  }

  protected async loadMore(): Promise<void> {
    if (this.busy()) return;
    await this.ask(this.next() ?? undefined);
  }

  private async ask(after: number | undefined): Promise<void> {
    this.busy.set(true);
    const reply = await this.connection.ask('audit.list', after === undefined ? {} : { after });
    this.busy.set(false);
    this.problem.set(reply.ok ? '' : reply.error.message);
    if (!reply.ok) return;
    const { acts, next } = reply.value;
    this.acts.update((shown) => (after === undefined ? acts : [...(shown ?? []), ...acts]));
    this.next.set(next);
  }
}
