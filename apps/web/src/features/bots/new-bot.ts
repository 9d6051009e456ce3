import { Component, inject, output, signal } from '@angular/core';
import { type authCommands, limits, type Bot, type ValueOf } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { Action } from '../../platform/design/action';
import { Dialog } from '../../platform/design/dialog';
import { Field } from '../../platform/design/field';
import { saveFile } from '../../platform/design/save-file';

/** Creates a bot and offers its credentials for download once. */
@Component({
  selector: 'dcc-new-bot',
  imports: [Dialog, Field, Translate],
  template: `
    <dcc-dialog [heading]="(value() ? 'Credentials' : 'New bot') | t" (closed)="closed.emit()">
      @if (value(); as value) {
        <p>
          {{
            '{name} is ready. It signs in with this file, which is shown only now. Anyone who has the file can act as the bot.'
              | t: { name: value.bot.user.displayName }
          }}
        </p>
        <div class="actions">
          <button type="button" class="primary" (click)="save(value)">{{ 'Download credentials' | t }}</button>
          <button type="button" class="secondary" (click)="closed.emit()">{{ 'Done' | t }}</button>
        </div>
      } @else {
        <form (submit)="$event.preventDefault(); create()">
          <dcc-field
            [label]="'Handle' | t"
            [hint]="'Letters from a to z, digits, - and _.' | t"
            [(value)]="handle"
            [maxLength]="handleLength"
            [problem]="creation.problem()"
            [autofocus]="true"
          />
          <dcc-field [label]="'Display name' | t" [(value)]="displayName" [maxLength]="displayNameLength" />
          <div class="actions">
            <button type="button" class="secondary" (click)="closed.emit()">{{ 'Cancel' | t }}</button>
            <button type="submit" class="primary" [attr.aria-disabled]="creation.busy() || handle().trim() === ''">
              {{ 'Create' | t }}
            </button>
          </div>
        </form>
      }
    </dcc-dialog>
  `,
})
export class NewBot {
  readonly made = output<Bot>();
  readonly closed = output();
  private readonly connection = inject(Connection);

  protected readonly handleLength = limits.handleLength;
  protected readonly displayNameLength = limits.displayNameLength;
  protected readonly handle = signal('');
  protected readonly displayName = signal('');
  protected readonly creation = new Action();
  protected readonly value = signal<ValueOf<typeof authCommands.botCreate> | null>(null);

  protected async create(): Promise<void> {
    const handle = this.handle().trim();
    if (handle === '') return;
    const displayName = this.displayName().trim() || handle;
    const reply = await this.creation.run(() => this.connection.ask('bot.create', { handle, displayName }));
    if (!reply?.ok) return;
    this.value.set(reply.value);
    this.made.emit(reply.value.bot);
  }

  protected save({ bot, credentials }: ValueOf<typeof authCommands.botCreate>): void {
    saveFile(`${bot.user.handle}.creds`, credentials);
  }
}
