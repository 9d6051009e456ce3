import { Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { authCommands, ReplyTo } from '@devchitchat/contracts';
import { post } from '../../client/connection/http-command';
import { Translate } from '../../platform/language/translate';
import { Field } from '../../platform/design/field';
import { deviceName } from '../../client/session/device-name';
import { Session } from '../../client/session/session';

type SessionReply = ReplyTo<typeof authCommands.signIn>;

/** For somebody who has an account, and comes back or with another device. */
@Component({
  selector: 'dcc-sign-in-page',
  imports: [Field, Translate],
  templateUrl: './sign-in-page.html',
})
export class SignInPage {
  /** Where they wanted to go. */
  readonly to = input<string>();
  protected readonly session = inject(Session);
  private readonly router = inject(Router);

  protected readonly handle = signal('');
  protected readonly password = signal('');
  protected readonly passwordProblem = signal('');
  protected readonly code = signal('');
  protected readonly codeProblem = signal('');
  protected readonly busy = signal(false);
  private readonly device = deviceName(navigator.userAgent);

  protected async signIn(): Promise<void> {
    const [handle, password] = [this.handle(), this.password()];
    if (this.busy() || !handle || !password) return;
    this.busy.set(true);
    const reply = await post('auth.sign_in', { handle, password, device: this.device });
    this.passwordProblem.set(await this.enter(reply));
  }

  protected async useCode(): Promise<void> {
    if (this.busy() || !this.code()) return;
    this.busy.set(true);
    const reply = await post('auth.device_code_redeem', { code: this.code(), device: this.device });
    this.codeProblem.set(await this.enter(reply));
  }

  private async enter(reply: SessionReply): Promise<string> {
    try {
      if (!reply.ok) return reply.error.message;
      this.session.begin(reply.value.user);
      await this.router.navigateByUrl(this.to() ?? '/', { replaceUrl: true });
      return '';
    } finally {
      // No sooner: the next page may take a while to load, and this one still takes Enter.
      this.busy.set(false);
    }
  }
}
