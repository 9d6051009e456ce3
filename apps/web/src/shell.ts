import { Component, effect, inject } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { Sidebar } from './rooms/sidebar';
import { Session } from './session/session';

/** The page of somebody who is in: rooms at the left, and beside them what was chosen. On a phone, one at a time. */
@Component({
  selector: 'dcc-shell',
  imports: [RouterOutlet, Sidebar],
  template: `
    <dcc-sidebar />
    <main><router-outlet /></main>
  `,
})
export class Shell {
  constructor() {
    const session = inject(Session);
    const router = inject(Router);
    effect(() => {
      if (session.phase() === 'signed-out') void router.navigate(['/sign-in']);
    });
  }
}
