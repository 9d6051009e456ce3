import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { authCommands, User, ValueOf } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { appLink } from '../../client/links/app-link';
import { timeLeft } from '../../client/links/link-state';
import { Translate } from '../../platform/language/translate';
import { serverNow } from '../../platform/time/server-clock';
import { Action } from '../../platform/design/action';
import { LinkToSend } from '../../parts/link-to-send';
import { Dialog } from '../../platform/design/dialog';

/** Creates a recovery link and shows it once. */
@Component({
  selector: 'dcc-recovery-link',
  imports: [Dialog, LinkToSend, Translate],
  template: `
    <dcc-dialog [heading]="'Recovery link for {name}' | t: { name: user().displayName }" (closed)="closed.emit()">
      <p>
        {{
          'For someone who lost their devices and has no password or forgot it. Anyone who opens the link is signed in as them, so give it to no one else.'
            | t
        }}
      </p>
      @if (creation.problem(); as problem) {
        <p class="notice problem" role="alert">{{ problem }}</p>
      }
      @if (link(); as link) {
        <div class="made">
          <dcc-link-to-send [label]="'Recovery link' | t" [href]="link.href" />
          <p class="note">{{ 'It’s shown only now, works once and expires {when}.' | t: { when: link.ends } }}</p>
        </div>
        <div class="actions">
          <button type="button" class="secondary" (click)="closed.emit()">{{ 'Done' | t }}</button>
        </div>
      } @else {
        <p class="note">{{ 'An earlier link for them no longer works.' | t }}</p>
        <div class="actions">
          <button type="button" class="secondary" (click)="closed.emit()">{{ 'Cancel' | t }}</button>
          <button type="button" class="primary" [disabled]="creation.busy()" (click)="create()">
            {{ 'Create link' | t }}
          </button>
        </div>
      }
    </dcc-dialog>
  `,
})
export class RecoveryLink {
  readonly user = input.required<User>();
  readonly closed = output();
  private readonly connection = inject(Connection);
  protected readonly creation = new Action();
  private readonly made = signal<ValueOf<typeof authCommands.recoveryCreate> | null>(null);
  protected readonly link = computed(() => {
    const made = this.made();
    return made && { href: appLink('recovery', made.token), ends: timeLeft(made.expiresAt, serverNow()) };
  });

  protected async create(): Promise<void> {
    const { userId } = this.user();
    const reply = await this.creation.run(() => this.connection.ask('recovery.create', { userId }));
    if (reply?.ok) this.made.set(reply.value);
  }
}
