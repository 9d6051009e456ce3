import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../../client/session/session';
import { Translate } from '../../platform/language/translate';

/** The last page after a user deleted their account. */
@Component({
  selector: 'dcc-goodbye-page',
  imports: [RouterLink, Translate],
  template: `
    <main class="gate">
      <span class="brand-mark large" aria-hidden="true">d</span>
      @if (session.me(); as me) {
        <h1>{{ 'You’re signed in as {name}' | t: { name: me.displayName } }}</h1>
        <p class="lede">{{ 'This page is for people who deleted their account. Yours is here.' | t }}</p>
        <a class="primary wide" routerLink="/">{{ 'Back to your rooms' | t }}</a>
      } @else {
        <h1>{{ 'Your account is deleted' | t }}</h1>
        <p class="lede">
          {{ 'It’s also gone from this browser. To come back, you need a new invite.' | t }}
        </p>
      }
    </main>
  `,
})
export class GoodbyePage {
  protected readonly session = inject(Session);
}
