import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Keyboard } from './keyboard/keyboard';
import { Translate } from '../platform/language/translate';
import { Sidebar } from './sidebar/sidebar';
import { Announcer } from './notices/announcer';

/** The page of a signed-in user: rooms on the left, the chosen one beside them. On a phone, one at a time. */
@Component({
  selector: 'dcc-shell',
  imports: [Announcer, Keyboard, RouterOutlet, Sidebar, Translate],
  template: `
    <button type="button" class="skip-link primary" (click)="main.focus()">{{ 'Skip the list of rooms' | t }}</button>
    <dcc-sidebar />
    <main #main tabindex="-1"><router-outlet /></main>
    @defer (on immediate) {
      <dcc-keyboard />
      <dcc-announcer />
    }
  `,
})
export class Shell {}
