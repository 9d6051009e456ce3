import { Component, inject, input, output } from '@angular/core';
import type { Bot, Reply } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { ConfirmDialog } from '../../platform/design/confirm-dialog';

/** Asks before it revokes a bot. */
@Component({
  selector: 'dcc-revoke-bot',
  imports: [ConfirmDialog, Translate],
  template: `
    <dcc-confirm-dialog
      [heading]="'Revoke {name}?' | t: { name: bot().user.displayName }"
      [dismissal]="'Keep' | t"
      [verb]="'Revoke {name}' | t: { name: bot().user.displayName }"
      [act]="revoke"
      (done)="revoked.emit()"
      (closed)="closed.emit()"
    >
      <p>
        {{
          'The bot is disconnected permanently and removed from its rooms. Its handle stays reserved. Its messages stay.'
            | t
        }}
      </p>
    </dcc-confirm-dialog>
  `,
})
export class RevokeBot {
  readonly bot = input.required<Bot>();
  readonly revoked = output();
  readonly closed = output();
  private readonly connection = inject(Connection);

  protected readonly revoke = (): Promise<Reply<unknown>> =>
    this.connection.ask('bot.revoke', { userId: this.bot().user.userId });
}
