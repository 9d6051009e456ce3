import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import type { ModerationAct, Room } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { momentOf } from '../../platform/time/times';
import { Dialog } from '../../platform/design/dialog';
import { actWords } from './act-words';

/** How many are asked for at once. */
const page = 20;

/** What was done in a room by those who have a say over it, the latest first, page by page. */
@Component({
  selector: 'dcc-moderation-log',
  imports: [Dialog, Translate],
  template: `
    <dcc-dialog [heading]="'Moderation log' | t" (closed)="closed.emit()">
      @if (told().length > 0) {
        <ol class="acts" [attr.aria-label]="'Moderation log' | t" [attr.aria-busy]="loading()" tabindex="0">
          @for (act of told(); track act.eventId) {
            <li>
              <p>{{ act.words }}</p>
              @if (act.reason) {
                <p>{{ act.reason }}</p>
              }
              <small>
                <time [attr.datetime]="act.iso">{{ act.moment }}</time>
              </small>
            </li>
          }
        </ol>
      }
      @if (problem(); as problem) {
        <p class="notice problem" role="alert">
          {{ problem }}
          <button type="button" class="text-button" (click)="load()">{{ 'Try again' | t }}</button>
        </p>
      } @else if (loading()) {
        <p role="status">{{ 'Loading…' | t }}</p>
      } @else if (told().length === 0) {
        <p role="status" class="quiet">{{ 'Nobody has moderated anything here yet.' | t }}</p>
      }
      @if (next() && !problem()) {
        <div class="actions">
          <button type="button" class="secondary" [disabled]="loading()" (click)="load()">
            {{ 'Show earlier' | t }}
          </button>
        </div>
      }
    </dcc-dialog>
  `,
})
export class ModerationLog {
  readonly room = input.required<Room>();
  readonly closed = output();
  private readonly connection = inject(Connection);
  private readonly directory = inject(Directory);

  private readonly acts = signal<readonly ModerationAct[]>([]);
  /** After which act the next page begins; `null` where there is none. */
  protected readonly next = signal<number | null>(null);
  protected readonly loading = signal(false);
  protected readonly problem = signal('');
  protected readonly told = computed(() =>
    this.acts().map((act) => ({
      eventId: act.eventId,
      words: actWords(act, (userId) => this.directory.nameOf(userId)),
      reason: 'reason' in act && act.reason !== null ? t('Reason: {reason}', { reason: act.reason }) : '',
      moment: momentOf(act.ts),
      iso: new Date(act.ts).toISOString(),
    })),
  );

  constructor() {
    effect(() => {
      this.room();
      untracked(() => void this.load());
    });
  }

  /** What comes after what is shown. */
  protected async load(): Promise<void> {
    if (this.loading()) return;
    this.loading.set(true);
    this.problem.set('');
    const { roomId } = this.room();
    const after = this.next();
    const reply = await this.connection.ask('moderation.list', {
      roomId,
      limit: page,
      ...(after && { after }),
    });
    this.loading.set(false);
    if (!reply.ok) return this.problem.set(reply.error.message);
    this.acts.update((acts) => [...acts, ...reply.value.acts]);
    this.next.set(reply.value.next);
  }
}
