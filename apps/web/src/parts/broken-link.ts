import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Translate } from '../platform/language/translate';

/** In place of the page of a link that was cut off or retyped. */
@Component({
  selector: 'dcc-broken-link',
  imports: [RouterLink, Translate],
  host: { role: 'main', class: 'gate' },
  template: `
    <span class="brand-mark large" aria-hidden="true">d</span>
    <h1>{{ 'Part of this link is missing' | t }}</h1>
    <p class="lede">
      {{ 'It was probably cut off when someone copied or sent it.' | t }}
      {{ whatToDo() }}
    </p>
    <div class="actions">
      @if (isSignedIn()) {
        <a class="primary" routerLink="/">{{ 'Back to your rooms' | t }}</a>
      } @else {
        <a class="primary" routerLink="/sign-in">{{ 'I have an account' | t }}</a>
      }
    </div>
  `,
})
export class BrokenLink {
  /** How to get a whole one. */
  readonly whatToDo = input.required<string>();
  readonly isSignedIn = input.required<boolean>();
}
