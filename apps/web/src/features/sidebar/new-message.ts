import { Component, computed, inject, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { limits, type UserId } from '@devchitchat/contracts';
import { listOf } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { foundBy } from '../../client/people/found-by';
import { Session } from '../../client/session/session';
import { Avatar } from '../../parts/avatar';
import { Action } from '../../platform/design/action';
import { Dialog } from '../../platform/design/dialog';
import { Field } from '../../platform/design/field';
import { Directs } from '../../client/directs/directs';

/** Asks for one or more people and opens the conversation with them. */
@Component({
  selector: 'dcc-new-message',
  imports: [Avatar, Dialog, Field, Translate],
  template: `
    <dcc-dialog [heading]="'New message' | t" (closed)="closed.emit()">
      <form (submit)="$event.preventDefault(); open()">
        <dcc-field
          [label]="'To' | t"
          [placeholder]="'Name or handle' | t"
          [(value)]="sought"
          [hint]="chosenNames()"
          [problem]="opening.problem()"
          [autofocus]="true"
        />
        <ul class="listing choosing">
          @for (user of candidates(); track user.userId) {
            <li>
              <label class="person">
                <dcc-avatar [userId]="user.userId" />
                <span class="what">
                  <b dir="auto">{{ user.displayName }}</b>
                  <small>
                    &#64;{{ user.handle }}{{ user.isBot ? ' · ' + ('bot' | t) : ''
                    }}{{ user.userId === me() ? ' · ' + ('you, for notes' | t) : '' }}
                  </small>
                </span>
                <input
                  type="checkbox"
                  [attr.aria-label]="user.displayName"
                  [checked]="chosen().includes(user.userId)"
                  [disabled]="isFull() && !chosen().includes(user.userId)"
                  (change)="toggle(user.userId)"
                />
              </label>
            </li>
          } @empty {
            <li class="quiet">{{ 'No people found.' | t }}</li>
          }
        </ul>
        <div class="actions">
          <button type="button" class="secondary" (click)="closed.emit()">{{ 'Cancel' | t }}</button>
          <button type="submit" class="primary" [attr.aria-disabled]="opening.busy() || chosen().length === 0">
            {{ 'Open conversation' | t }}
          </button>
        </div>
      </form>
    </dcc-dialog>
  `,
})
export class NewMessage {
  readonly closed = output();
  private readonly directs = inject(Directs);
  private readonly directory = inject(Directory);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  protected readonly sought = signal('');
  protected readonly opening = new Action();
  protected readonly chosen = signal<readonly UserId[]>([]);
  protected readonly me = computed(() => this.session.me()?.userId);
  protected readonly isFull = computed(() => this.chosen().length >= limits.peoplePerDirect - 1);
  protected readonly chosenNames = computed(() => listOf(this.chosen().map((userId) => this.directory.nameOf(userId))));
  protected readonly candidates = computed(() => foundBy(this.sought(), this.directory.users().values()));

  protected toggle(userId: UserId): void {
    this.chosen.update((chosen) =>
      chosen.includes(userId) ? chosen.filter((other) => other !== userId) : [...chosen, userId],
    );
  }

  protected async open(): Promise<void> {
    if (this.chosen().length === 0) return;
    const opened = await this.opening.run(() => this.directs.open(this.chosen()));
    if (!opened?.ok) return;
    this.closed.emit();
    await this.router.navigate(['/room', opened.value]);
  }
}
