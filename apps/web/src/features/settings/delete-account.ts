import { Component, computed, inject, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { UserId } from '@devchitchat/contracts';
import { post } from '../../client/connection/http-command';
import { byName } from '../../platform/language/plain';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Directory } from '../../client/people/directory';
import { Session } from '../../client/session/session';
import { Action } from '../../platform/design/action';
import { Dialog } from '../../platform/design/dialog';
import { Field } from '../../platform/design/field';
import { Select, type SelectOption } from '../../platform/design/select';

/** Asks what to erase, asks for the user's own handle, and deletes the account. */
@Component({
  selector: 'dcc-delete-account',
  imports: [Dialog, Field, Select, Translate],
  template: `
    @if (session.me(); as me) {
      <dcc-dialog [heading]="'Delete your account?' | t" (closed)="closed.emit()">
        <form (submit)="$event.preventDefault(); delete()">
          <p>{{ 'You leave every room and are signed out everywhere. No one can restore the account.' | t }}</p>
          <fieldset class="choices">
            <legend>{{ 'What to erase' | t }}</legend>
            <label class="check">
              <input type="radio" name="words" [checked]="!erasesWords()" (change)="erasesWords.set(false)" />
              <span>
                <b>{{ 'Only my name' | t }}</b>
                <small>{{ 'Your messages stay, from “Deleted user”.' | t }}</small>
              </span>
            </label>
            <label class="check">
              <input type="radio" name="words" [checked]="erasesWords()" (change)="erasesWords.set(true)" />
              <span>
                <b>{{ 'My name and all my messages' | t }}</b>
                <small>{{ 'The text of all your messages is erased, in every room and for everyone.' | t }}</small>
              </span>
            </label>
          </fieldset>
          @if (isLastAdmin()) {
            <dcc-select
              [label]="'New admin' | t"
              [options]="heirs()"
              [(value)]="successor"
              [hint]="'You’re the only admin. Make someone else an admin first.' | t"
            />
          }
          <dcc-field
            [label]="'Password' | t"
            type="password"
            autocomplete="current-password"
            [hint]="'Leave it empty if you have none.' | t"
            [(value)]="password"
          />
          <dcc-field
            [label]="'Your handle' | t"
            [hint]="'Type {handle} to confirm.' | t: { handle: me.handle }"
            [(value)]="typed"
            [problem]="deletion.problem()"
          />
          <div class="actions">
            <button type="button" class="secondary" (click)="closed.emit()">{{ 'Keep it' | t }}</button>
            <button type="submit" class="danger" [attr.aria-disabled]="deletion.busy() || !isMeant()">
              {{ 'Delete my account' | t }}
            </button>
          </div>
        </form>
      </dcc-dialog>
    }
  `,
})
export class DeleteAccount {
  readonly closed = output();
  protected readonly session = inject(Session);
  private readonly directory = inject(Directory);
  private readonly router = inject(Router);

  protected readonly erasesWords = signal(false);
  protected readonly password = signal('');
  protected readonly typed = signal('');
  protected readonly successor = signal<UserId | ''>('');
  protected readonly deletion = new Action();

  private readonly others = computed(() => {
    const me = this.session.me()?.userId;
    return [...this.directory.users().values()].filter(
      ({ userId, active, isBot }) => active && !isBot && userId !== me,
    );
  });
  protected readonly isLastAdmin = computed(
    () => this.session.isAdmin() && !this.others().some(({ role }) => role === 'admin'),
  );
  protected readonly heirs = computed((): SelectOption<UserId | ''>[] => [
    { value: '', text: t('Choose someone') },
    ...this.others()
      .toSorted((a, b) => byName(a.displayName, b.displayName))
      .map(({ userId, displayName, handle }) => ({ value: userId, text: `${displayName} (@${handle})` })),
  ]);
  protected readonly isMeant = computed(() => {
    const handle = this.session.me()?.handle.toLowerCase();
    const isNamed = this.typed().trim().replace(/^@/, '').toLowerCase() === handle;
    return isNamed && (!this.isLastAdmin() || this.successor() !== '');
  });

  protected async delete(): Promise<void> {
    if (!this.isMeant()) return;
    const [password, successor] = [this.password(), this.isLastAdmin() ? this.successor() : ''];
    const reply = await this.deletion.run(() =>
      post('auth.account_delete', {
        words: this.erasesWords() ? 'erase' : 'keep',
        ...(password && { password }),
        ...(successor && { successor }),
      }),
    );
    if (!reply?.ok) return;
    // Leave this page first: its guard sends signed-out users to the sign-in page.
    await this.router.navigate(['/goodbye'], { replaceUrl: true });
    this.session.forget();
  }
}
