import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Translate } from '../platform/language/translate';

/** In place of a page that only admins see. */
@Component({
  selector: 'dcc-admins-only',
  imports: [RouterLink, Translate],
  host: { class: 'standalone' },
  template: `
    <h1>{{ 'This page is for admins' | t }}</h1>
    <p>{{ 'If you need something that’s on it, ask an admin of this server.' | t }}</p>
    <div class="actions">
      <a class="primary" routerLink="/">{{ 'Back to your rooms' | t }}</a>
    </div>
  `,
})
export class AdminsOnly {}
