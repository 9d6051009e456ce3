import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../client/session/session';
import { Translate } from '../platform/language/translate';

/** Every address that is no page of this app. */
@Component({
  selector: 'dcc-wrong-address',
  imports: [RouterLink, Translate],
  template: `
    <main class="gate">
      <span class="brand-mark large" aria-hidden="true">d</span>
      <h1>{{ 'There’s nothing at this address' | t }}</h1>
      <p class="lede">{{ 'It may be mistyped or cut off. If someone sent it to you, ask for the link again.' | t }}</p>
      <div class="actions">
        @if (session.me()) {
          <a class="primary" routerLink="/">{{ 'Back to your rooms' | t }}</a>
        } @else {
          <a class="primary" routerLink="/sign-in">{{ 'Sign in' | t }}</a>
        }
      </div>
    </main>
  `,
})
export class WrongAddress {
  protected readonly session = inject(Session);
}
