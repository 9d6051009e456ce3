import { Component, computed, inject, input, output, signal } from '@angular/core';
import { limits, type Reply, type User } from '@devchitchat/contracts';
import { Connection } from '../../client/connection/connection';
import { Translate } from '../../platform/language/translate';
import { ConfirmDialog } from '../../platform/design/confirm-dialog';
import { Field } from '../../platform/design/field';

const words = {
  'make admin': {
    question: 'Make {name} an admin?',
    consequence:
      'Admins invite people, create bots and manage everyone’s account, including yours. They can’t read private rooms they’re not in.',
    deed: 'Make {name} an admin',
  },
  'remove admin': {
    question: 'Remove {name} as an admin?',
    consequence: 'They stay a member. Invite and recovery links they created stop working.',
    deed: 'Remove {name} as an admin',
  },
  disable: {
    question: 'Disable {name}?',
    consequence:
      'They’re signed out at once and can’t sign in until an admin enables the account again. Their messages stay. Links they created stop working, and someone else in their rooms becomes the owner.',
    deed: 'Disable {name}',
  },
  'end sessions': {
    question: 'Sign {name} out everywhere?',
    consequence:
      'All their devices are signed out at once. To come back, they need their password or a recovery link from you.',
    deed: 'Sign {name} out',
  },
} as const;

export type AccountDeed = keyof typeof words;

/** Asks before an admin changes a user's account. */
@Component({
  selector: 'dcc-act-on-account',
  imports: [ConfirmDialog, Field, Translate],
  template: `
    <dcc-confirm-dialog
      [heading]="words().question | t: { name: user().displayName }"
      [verb]="words().deed | t: { name: user().displayName }"
      [dangerous]="deed() !== 'make admin'"
      [act]="act"
      (done)="acted()"
      (closed)="closed.emit()"
    >
      <p>{{ words().consequence | t }}</p>
      @if (deed() === 'disable') {
        <dcc-field
          [label]="'Reason' | t"
          [hint]="'Optional. They and all admins can read it.' | t"
          [(value)]="reason"
          [maxLength]="reasonLength"
          [autofocus]="true"
        />
      }
    </dcc-confirm-dialog>
  `,
})
export class ActOnAccount {
  readonly deed = input.required<AccountDeed>();
  readonly user = input.required<User>();
  /** All devices of the user were signed out. */
  readonly signedOut = output();
  readonly closed = output();
  private readonly connection = inject(Connection);

  protected readonly reasonLength = limits.noteLength;
  protected readonly words = computed(() => words[this.deed()]);
  protected readonly reason = signal('');

  protected acted(): void {
    if (this.deed() === 'disable' || this.deed() === 'end sessions') this.signedOut.emit();
    this.closed.emit();
  }

  protected readonly act = (): Promise<Reply<unknown>> => {
    const { userId } = this.user();
    const reason = this.reason().trim();
    switch (this.deed()) {
      case 'make admin':
        return this.connection.ask('user.set_role', { userId, role: 'admin' });
      case 'remove admin':
        return this.connection.ask('user.set_role', { userId, role: 'member' });
      case 'disable':
        return this.connection.ask('user.disable', { userId, ...(reason && { reason }) });
      case 'end sessions':
        return this.connection.ask('user.end_sessions', { userId });
    }
  };
}
