import { Component, computed, inject, signal } from '@angular/core';
import { password } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { loadedOnline } from '../../client/connection/loaded';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Session } from '../../client/session/session';
import { Action } from '../../platform/design/action';
import { Field } from '../../platform/design/field';
import { problemWith } from '../../client/answers/problem-with';

/** Sets, changes and removes the password. */
@Component({
  selector: 'dcc-password-form',
  imports: [Field, Translate],
  template: `
    <form (submit)="$event.preventDefault(); save()">
      <input
        class="visually-hidden"
        type="text"
        autocomplete="username"
        tabindex="-1"
        aria-hidden="true"
        [value]="handle()"
      />
      @if (isSet() !== false) {
        <dcc-field
          [label]="'Current password' | t"
          type="password"
          autocomplete="current-password"
          [hint]="isSet() ? '' : ('Leave it empty if you have none yet.' | t)"
          [(value)]="current"
        />
      }
      <dcc-field
        [label]="'New password' | t"
        type="password"
        autocomplete="new-password"
        [hint]="done() || ('At least 10 characters. Your other devices are signed out.' | t)"
        [(value)]="next"
        [problem]="problem()"
      />
      <div class="actions start">
        <button
          type="submit"
          class="primary"
          [attr.aria-disabled]="saving.busy() || next() === '' || shapeProblem() !== ''"
        >
          {{ 'Save password' | t }}
        </button>
        @if (isSet() !== false) {
          <button type="button" class="secondary" [disabled]="saving.busy() || current() === ''" (click)="set(null)">
            {{ 'Remove password' | t }}
          </button>
        }
      </div>
    </form>
  `,
})
export class PasswordForm {
  private readonly connection = inject(Connection);
  private readonly session = inject(Session);
  /** Password managers need the account's handle. */
  protected readonly handle = computed(() => this.session.me()?.handle ?? '');
  private readonly status = loadedOnline(() => this.connection.ask('auth.password_status', {}));
  /** `null` while the server has not answered: then both cases have to work. */
  protected readonly isSet = computed(() => this.status.value()?.isSet ?? null);
  protected readonly current = signal('');
  protected readonly next = signal('');
  protected readonly saving = new Action();
  protected readonly done = signal('');
  protected readonly shapeProblem = computed(() => (this.next() === '' ? '' : problemWith(password, this.next())));
  protected readonly problem = computed(() => this.shapeProblem() || this.saving.problem());

  protected save(): void {
    if (this.next() !== '' && !this.shapeProblem()) void this.set(this.next());
  }

  protected async set(newPassword: string | null): Promise<void> {
    const current = this.current();
    const reply = await this.saving.run(() =>
      this.connection.ask('auth.password_set', {
        newPassword,
        ...(current === '' ? {} : { currentPassword: current }),
      }),
    );
    if (!reply) return;
    this.done.set(reply.ok ? t(newPassword === null ? 'Your password was removed.' : 'Your password was saved.') : '');
    if (!reply.ok) return;
    this.status.value.set({ isSet: newPassword !== null });
    this.current.set('');
    this.next.set('');
  }
}
