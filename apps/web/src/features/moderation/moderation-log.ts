import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import type { Room } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { pagedList } from '../../client/connection/paged-list';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { momentOf } from '../../platform/time/times';
import { Dialog } from '../../platform/design/dialog';
import { actText } from './act-text';

const pageSize = 20;

/** The log of what a room's owner and moderators did in it, latest first. */
@Component({
  selector: 'dcc-moderation-log',
  imports: [Dialog, Translate],
  template: `
    <dcc-dialog [heading]="'Moderation log' | t" (closed)="closed.emit()">
      @if (told().length > 0) {
        <ol class="acts" [attr.aria-label]="'Moderation log' | t" [attr.aria-busy]="acts.loading()" tabindex="0">
          @for (act of told(); track act.eventId) {
            <li>
              <p>{{ act.words }}</p>
              @if (act.reason) {
                <p dir="auto">{{ act.reason }}</p>
              }
              <small>
                <time [attr.datetime]="act.iso">{{ act.moment }}</time>
              </small>
            </li>
          }
        </ol>
      }
      @if (acts.problem(); as problem) {
        <p class="notice problem" role="alert">
          {{ problem }}
          <button type="button" class="text-button" (click)="acts.retry()">{{ 'Try again' | t }}</button>
        </p>
      } @else if (acts.loading()) {
        <p role="status">{{ 'Loading…' | t }}</p>
      } @else if (told().length === 0) {
        <p role="status" class="quiet">{{ 'No moderation actions yet.' | t }}</p>
      }
      @if (acts.hasMore() && !acts.problem()) {
        <div class="actions">
          <button type="button" class="secondary" [disabled]="acts.loading()" (click)="acts.more()">
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

  private readonly roomId = computed(() => this.room().roomId);
  protected readonly acts = pagedList(
    this.connection,
    'moderation.list',
    () => ({ roomId: this.roomId(), limit: pageSize }),
    ({ acts }) => acts,
  );
  protected readonly told = computed(() =>
    (this.acts.items() ?? []).map((act) => ({
      eventId: act.eventId,
      words: actText(act, (userId) => this.directory.nameOf(userId)),
      reason: 'reason' in act && act.reason !== null ? t('Reason: {reason}', { reason: act.reason }) : '',
      moment: momentOf(act.ts),
      iso: new Date(act.ts).toISOString(),
    })),
  );

  constructor() {
    effect(() => {
      this.roomId();
      untracked(() => void this.acts.load());
    });
  }
}
