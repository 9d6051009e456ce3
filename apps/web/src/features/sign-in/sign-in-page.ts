import { Component, effect, inject, input, signal, untracked, type WritableSignal } from '@angular/core';
import { Router } from '@angular/router';
import { deviceCode, type authCommands, type ReplyTo } from '@devchitchat/contracts';
import { problemWith } from '../../client/answers/problem-with';
import { post } from '../../client/connection/http-command';
import { Action } from '../../platform/design/action';
import { Translate } from '../../platform/language/translate';
import { Field } from '../../platform/design/field';
import { deviceName } from '../../client/session/device-name';
import { Session } from '../../client/session/session';

type SessionReply = ReplyTo<typeof authCommands.signIn>;

/**
 * Signs in with a password, or with a code from another device. Goes on at once when the user is signed in already, also
 * in another tab.
 */
@Component({
  selector: 'dcc-sign-in-page',
  imports: [Field, Translate],
  templateUrl: './sign-in-page.html',
})
export class SignInPage {
  /** The page to open after sign-in. */
  readonly to = input<string>();
  protected readonly session = inject(Session);
  private readonly router = inject(Router);

  protected readonly handle = signal('');
  protected readonly password = signal('');
  protected readonly passwordProblem = signal('');
  protected readonly code = signal('');
  protected readonly codeProblem = signal('');
  protected readonly entry = new Action();
  private readonly device = deviceName(navigator.userAgent);

  constructor() {
    effect(() => {
      if (this.session.phase() === 'signed-in' && !untracked(this.entry.busy)) void this.goOn();
    });
  }

  protected async signIn(): Promise<void> {
    const [handle, password] = [this.handle(), this.password()];
    if (!handle || !password) return;
    await this.enter(this.passwordProblem, () => post('auth.sign_in', { handle, password, device: this.device }));
  }

  protected async useCode(): Promise<void> {
    const code = this.code();
    if (!code) return;
    const problem = problemWith(deviceCode, code);
    this.codeProblem.set(problem);
    if (problem) return;
    await this.enter(this.codeProblem, () => post('auth.device_code_redeem', { code, device: this.device }));
  }

  /** Stays busy until the next page is loaded, because this one still reacts to Enter. */
  private async enter(problem: WritableSignal<string>, ask: () => Promise<SessionReply>): Promise<void> {
    const reply = await this.entry.run(async () => {
      const reply = await ask();
      if (!reply.ok) return reply;
      this.session.begin(reply.value.user);
      await this.goOn();
      return reply;
    });
    if (reply) problem.set(this.entry.problem());
  }

  private goOn(): Promise<boolean> {
    return this.router.navigateByUrl(untracked(this.to) ?? '/', { replaceUrl: true });
  }
}
