import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { password, type Refusal } from '@devchitchat/contracts';
import { post } from '../../client/connection/http-command';
import { loaded } from '../../client/connection/loaded';
import { tokensIn } from '../../client/links/link-secret';
import { BrokenLink } from '../../parts/broken-link';
import { Action } from '../../platform/design/action';
import { Translate } from '../../platform/language/translate';
import { Field } from '../../platform/design/field';
import { Icon } from '../../platform/design/icon';
import { hasReason } from '../../client/answers/has-reason';
import { problemWith } from '../../client/answers/problem-with';
import { deviceName } from '../../client/session/device-name';
import { Session } from '../../client/session/session';

/** Opened by a recovery link: signs in a user who has neither a signed-in device nor a password. */
@Component({
  selector: 'dcc-recovery-page',
  imports: [BrokenLink, Field, Icon, RouterLink, Translate],
  template: `
    @if (secret() === null) {
      <dcc-broken-link
        [whatToDo]="'Copy the whole link and open it again, or ask an admin for a new one.' | t"
        [isSignedIn]="session.me() !== null"
      />
    } @else {
      <main class="gate">
        <span class="brand-mark large" aria-hidden="true">d</span>
        @if (obstacle(); as obstacle) {
          <h1>{{ (isDead() ? 'This link no longer works' : 'The link can’t be checked') | t }}</h1>
          <p class="lede">{{ obstacle.message }}</p>
          <div class="actions">
            @if (!isDead()) {
              <button type="button" class="primary" (click)="look()">{{ 'Try again' | t }}</button>
            }
            <a class="secondary" routerLink="/sign-in">{{ 'Sign in another way' | t }}</a>
          </div>
        } @else if (user(); as user) {
          <h1>{{ 'Welcome back, {name}' | t: { name: user.displayName } }}</h1>
          <p class="lede">{{ 'This link signs you in on this device, once.' | t }}</p>
          @if (session.me(); as me) {
            <p class="notice">
              <dcc-icon name="warning" />
              <span>
                {{ 'You’re already signed in here as {name}.' | t: { name: me.displayName } }}
                <a routerLink="/">{{ 'Stay who you are' | t }}</a>
              </span>
            </p>
          }
          <form (submit)="$event.preventDefault(); signIn()">
            <input
              class="visually-hidden"
              type="text"
              autocomplete="username"
              tabindex="-1"
              aria-hidden="true"
              [value]="user.handle"
            />
            <dcc-field
              [label]="'New password' | t"
              type="password"
              autocomplete="new-password"
              [hint]="'Optional, at least 10 characters. A new one signs out your other devices.' | t"
              [(value)]="newPassword"
              [problem]="passwordProblem()"
              [autofocus]="true"
            />
            @if (entry.problem(); as problem) {
              <p class="notice problem" role="alert">{{ problem }}</p>
            }
            <button type="submit" class="primary wide" [attr.aria-disabled]="entry.busy() || passwordProblem() !== ''">
              {{ 'Sign in' | t }}
            </button>
          </form>
        } @else {
          <p class="lede">{{ 'Checking your link…' | t }}</p>
        }
      </main>
    }
  `,
})
export class RecoveryPage {
  /** As written in the address. */
  readonly token = input.required<string>();
  protected readonly session = inject(Session);
  private readonly router = inject(Router);

  protected readonly secret = computed(() => tokensIn(this.token())[0] ?? null);
  private readonly preview = loaded({
    params: () => this.secret() ?? undefined,
    load: (token) => post('recovery.preview', { token }),
  });
  protected readonly user = computed(() => this.preview.value()?.user ?? null);
  /** Of this link. The router keeps the page when the user opens another link in the same tab. */
  private readonly redeemRefusal = linkedSignal<string | null, Refusal | null>({
    source: this.secret,
    computation: () => null,
  });
  /** The reason the link is invalid, or cannot be checked right now. */
  protected readonly obstacle = computed(() => this.redeemRefusal() ?? this.preview.refusal());
  protected readonly isDead = computed(() => this.obstacle()?.code === 'not_found');
  protected readonly newPassword = signal('');
  protected readonly passwordProblem = computed(() =>
    this.newPassword() === '' ? '' : problemWith(password, this.newPassword()),
  );
  protected readonly entry = new Action();

  protected look(): void {
    this.redeemRefusal.set(null);
    this.preview.reload();
  }

  protected async signIn(): Promise<void> {
    const token = this.secret();
    if (this.passwordProblem() || token === null) return;
    const newPassword = this.newPassword();
    await this.entry.run(async () => {
      const reply = await post('recovery.redeem', {
        token,
        device: deviceName(navigator.userAgent),
        ...(newPassword && { newPassword }),
      });
      if (!reply.ok && hasReason(reply.error, 'recovery.dead')) this.redeemRefusal.set(reply.error);
      if (!reply.ok) return reply;
      this.session.begin(reply.value.user);
      await this.router.navigate(['/'], { replaceUrl: true });
      return reply;
    });
  }
}
