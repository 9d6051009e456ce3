import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { bio, displayName, limits, pronouns, type DraftOf, type authCommands } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Session } from '../../client/session/session';
import { Avatar } from '../../parts/avatar';
import { Action } from '../../platform/design/action';
import { Field } from '../../platform/design/field';
import { problemWith } from '../../client/answers/problem-with';
import { ChangePicture } from './change-picture';
import { NameColour } from './name-colour';

type Changes = DraftOf<typeof authCommands.profileUpdate>;

/** Changes the user's picture, names, colour, and text about themselves. */
@Component({
  selector: 'dcc-profile-form',
  imports: [Avatar, ChangePicture, Field, NameColour, Translate],
  templateUrl: './profile-form.html',
})
export class ProfileForm {
  protected readonly session = inject(Session);
  private readonly connection = inject(Connection);
  protected readonly limits = limits;
  protected readonly name = linkedSignal(computed(() => this.session.me()?.displayName ?? ''));
  protected readonly pronouns = linkedSignal(computed(() => this.session.me()?.pronouns ?? ''));
  protected readonly bio = linkedSignal(computed(() => this.session.me()?.bio ?? ''));
  protected readonly saving = new Action();
  protected readonly removing = new Action();
  protected readonly nameProblem = computed(() => problemWith(displayName, this.name()) || this.saving.problem());
  protected readonly pronounsProblem = computed(() => problemUnlessEmpty(pronouns, this.pronouns()));
  protected readonly bioProblem = computed(() => problemUnlessEmpty(bio, this.bio()));
  protected readonly done = signal('');
  protected readonly asks = signal<'picture' | 'colour' | null>(null);

  /** The fields that differ from the profile; `null` for an emptied one. */
  private readonly changes = computed((): Changes => {
    const me = this.session.me();
    const [name, said, about] = [this.name().trim(), this.pronouns().trim(), this.bio().trim()];
    return {
      ...(name !== me?.displayName && { displayName: name }),
      ...(said !== (me?.pronouns ?? '') && { pronouns: said || null }),
      ...(about !== (me?.bio ?? '') && { bio: about || null }),
    };
  });
  protected readonly isChanged = computed(() => Object.keys(this.changes()).length > 0);

  protected async save(): Promise<void> {
    if (!this.isChanged() || problemWith(displayName, this.name()) || this.pronounsProblem() || this.bioProblem())
      return;
    const reply = await this.saving.run(() => this.connection.ask('auth.profile_update', this.changes()));
    if (!reply) return;
    this.done.set(reply.ok ? t('Saved.') : '');
    if (reply.ok) this.session.learn(reply.value.user);
  }

  protected async removePicture(): Promise<void> {
    const reply = await this.removing.run(() => this.connection.ask('auth.profile_update', { picture: null }));
    if (reply?.ok) this.session.learn(reply.value.user);
  }
}

const problemUnlessEmpty = (schema: typeof bio, value: string): string =>
  value.trim() === '' ? '' : problemWith(schema, value);
