import { Component } from '@angular/core';
import { Translate } from '../../platform/language/translate';

/** The last page after a user deleted their account. */
@Component({
  selector: 'dcc-goodbye-page',
  imports: [Translate],
  template: `
    <main class="gate">
      <span class="mark large" aria-hidden="true">d</span>
      <h1>{{ 'Your account is deleted' | t }}</h1>
      <p class="lede">
        {{ 'It’s also gone from this browser. To come back, you need a new invite.' | t }}
      </p>
    </main>
  `,
})
export class GoodbyePage {}
