import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { displayName, limits } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Session } from '../../client/session/session';
import { Avatar } from '../../parts/avatar';
import { Action } from '../../platform/design/action';
import { Field } from '../../platform/design/field';
import { problemWith } from '../../client/answers/problem-with';

/** Changes the display name. */
@Component({
  selector: 'dcc-profile-form',
  imports: [Avatar, Field, Translate],
  template: `
    @if (session.me(); as me) {
      <form (submit)="$event.preventDefault(); save()">
        <div class="profile">
          <dcc-avatar class="large" [userId]="me.userId" />
          <dcc-field
            [label]="'Display name' | t"
            autocomplete="name"
            [hint]="done() || ('Your handle is @{handle}.' | t: { handle: me.handle })"
            [maxLength]="nameLength"
            [(value)]="name"
            [problem]="problem()"
          />
        </div>
        <div class="actions start">
          <button type="submit" class="primary" [attr.aria-disabled]="!isChanged() || saving.busy()">
            {{ 'Save' | t }}
          </button>
        </div>
      </form>
    }
  `,
})
export class ProfileForm {
  protected readonly session = inject(Session);
  private readonly connection = inject(Connection);
  protected readonly nameLength = limits.displayNameLength;
  protected readonly name = linkedSignal(computed(() => this.session.me()?.displayName ?? ''));
  protected readonly isChanged = computed(() => this.name().trim() !== this.session.me()?.displayName);
  protected readonly saving = new Action();
  protected readonly problem = computed(() => problemWith(displayName, this.name()) || this.saving.problem());
  protected readonly done = signal('');

  protected async save(): Promise<void> {
    if (!this.isChanged() || problemWith(displayName, this.name())) return;
    const reply = await this.saving.run(() =>
      this.connection.ask('auth.profile_update', { displayName: this.name().trim() }),
    );
    if (!reply) return;
    this.done.set(reply.ok ? t('Saved.') : '');
    if (reply.ok) this.session.learn(reply.value.user);
  }
}
