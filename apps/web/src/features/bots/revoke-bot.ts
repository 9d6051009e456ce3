import { Component, inject, input, output, signal } from '@angular/core';
import type { Bot } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { Dialog } from '../../platform/design/dialog';

/** Asks whether one means it, by the bot's name, and shuts it out. */
@Component({
  selector: 'dcc-revoke-bot',
  imports: [Dialog, Translate],
  template: `
    <dcc-dialog [heading]="'Revoke {name}?' | t: { name: bot().user.displayName }" (closed)="closed.emit()">
      <p>
        {{
          'It is shut out at once and for good, leaves its rooms, and its name stays taken. What it said stays too.' | t
        }}
      </p>
      @if (problem(); as problem) {
        <p class="notice problem" role="alert">{{ problem }}</p>
      }
      <div class="actions">
        <button type="button" class="secondary" (click)="closed.emit()">{{ 'Keep' | t }}</button>
        <button type="button" class="danger" [disabled]="busy()" (click)="revoke()">
          {{ 'Revoke {name}' | t: { name: bot().user.displayName } }}
        </button>
      </div>
    </dcc-dialog>
  `,
})
export class RevokeBot {
  readonly bot = input.required<Bot>();
  readonly revoked = output();
  readonly closed = output();
  private readonly connection = inject(Connection);
  protected readonly problem = signal('');
  protected readonly busy = signal(false);

  protected async revoke(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const reply = await this.connection.ask('bot.revoke', { userId: this.bot().user.userId });
    this.busy.set(false);
    if (reply.ok) this.revoked.emit();
    else this.problem.set(reply.error.message);
  }
}
