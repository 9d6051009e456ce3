import { Component, inject, linkedSignal, output } from '@angular/core';
import { Connection } from '../../client/connection/connection';
import { Session } from '../../client/session/session';
import { Action } from '../../platform/design/action';
import { Dialog } from '../../platform/design/dialog';
import { Translate } from '../../platform/language/translate';
import { toneNames } from './tone-names';

/** Chooses the colour of the user's name. */
@Component({
  selector: 'dcc-name-colour',
  imports: [Dialog, Translate],
  template: `
    <dcc-dialog [heading]="'Name colour' | t" (closed)="closed.emit()">
      <form (submit)="$event.preventDefault(); save()">
        <fieldset class="choices">
          <legend>{{ 'Everyone sees your name in it.' | t }}</legend>
          <label class="check compact">
            <input type="radio" name="tone" [checked]="tone() === null" (change)="tone.set(null)" />
            <b>{{ 'Automatic' | t }}</b>
          </label>
          @for (name of names; track name) {
            <label class="check compact">
              <input type="radio" name="tone" [checked]="tone() === $index" (change)="tone.set($index)" />
              <b [attr.data-tone]="$index">{{ name | t }}</b>
            </label>
          }
        </fieldset>
        @if (saving.problem(); as problem) {
          <p class="notice problem" role="alert">{{ problem }}</p>
        }
        <div class="actions">
          <button type="submit" class="primary" [attr.aria-disabled]="saving.busy()">{{ 'Save' | t }}</button>
        </div>
      </form>
    </dcc-dialog>
  `,
})
export class NameColour {
  readonly closed = output();
  private readonly session = inject(Session);
  private readonly connection = inject(Connection);
  protected readonly names = toneNames;
  /** `null` for the automatic one. */
  protected readonly tone = linkedSignal(() => this.session.me()?.tone ?? null);
  protected readonly saving = new Action();

  protected async save(): Promise<void> {
    const reply = await this.saving.run(() => this.connection.ask('auth.profile_update', { tone: this.tone() }));
    if (!reply?.ok) return;
    this.session.learn(reply.value.user);
    this.closed.emit();
  }
}
