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
      'Admins invite people, make bots, and decide about everybody’s account, yours too. They read no private room they are not in.',
    deed: 'Make {name} an admin',
  },
  'remove admin': {
    question: 'Take the admin role from {name}?',
    consequence: 'They stay a member. Invite and recovery links they made open nothing any more.',
    deed: 'Take the role from {name}',
  },
  disable: {
    question: 'Disable {name}?',
    consequence:
      'They are signed out at once and cannot sign in until an admin enables the account again. What they said stays. Links they made stop working, and rooms they own pass to somebody else in them.',
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
