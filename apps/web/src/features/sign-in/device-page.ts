import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { post } from '../../client/connection/http-command';
import { codeIn, codeWords } from '../../client/links/link-secret';
import { BrokenLink } from '../../parts/broken-link';
import { Action } from '../../platform/design/action';
import { Translate } from '../../platform/language/translate';
import { deviceName } from '../../client/session/device-name';
import { Session } from '../../client/session/session';

/**
 * Opened by the link of a device code, on the second device. Asks first, because a code grants access to the account.
 */
@Component({
  selector: 'dcc-device-page',
  imports: [BrokenLink, RouterLink, Translate],
  template: `
    @if (secret() === null) {
      <dcc-broken-link
        [whatToDo]="'Open the whole link, or type the code from your other device on the sign-in page.' | t"
        [isSignedIn]="session.me() !== null"
      />
    } @else {
      <main class="gate">
        <span class="brand-mark large" aria-hidden="true">d</span>
        <h1>{{ 'Sign in on this device' | t }}</h1>
        @if (session.me(); as me) {
          <p class="lede">{{ 'You’re already signed in here as {name}.' | t: { name: me.displayName } }}</p>
          <a class="primary wide" routerLink="/">{{ 'Open devchitchat' | t }}</a>
        } @else {
          <p class="lede">{{ 'With the code from your other device.' | t }}</p>
          <div class="code">{{ words() }}</div>
          @if (entry.problem(); as problem) {
            <p class="notice problem" role="alert">{{ problem }}</p>
          }
          <button type="button" class="primary wide" [disabled]="entry.busy()" (click)="signIn()">
            {{ 'Sign in' | t }}
          </button>
          <p class="small">
            <a routerLink="/sign-in">{{ 'Sign in another way' | t }}</a>
          </p>
        }
      </main>
    }
  `,
})
export class DevicePage {
  /** As written in the address. */
  readonly code = input.required<string>();
  protected readonly secret = computed(() => codeIn(this.code()));
  protected readonly words = computed(() => codeWords(this.secret() ?? ''));
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly entry = new Action();

  protected async signIn(): Promise<void> {
    const code = this.secret();
    if (code === null) return;
    await this.entry.run(async () => {
      const device = deviceName(navigator.userAgent);
      const reply = await post('auth.device_code_redeem', { code, device });
      if (!reply.ok) return reply;
      this.session.begin(reply.value.user);
      await this.router.navigate(['/'], { replaceUrl: true });
      return reply;
    });
  }
}
