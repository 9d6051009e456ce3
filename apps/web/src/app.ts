import { Component, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, take } from 'rxjs';
import { ConnectionStatus } from './connection/connection-status';
import { Unread } from './rooms/unread';
import { pageTitle } from './rooms/unread-counts';
import { Theme } from './settings/theme';

@Component({
  selector: 'dcc-root',
  imports: [ConnectionStatus, RouterOutlet],
  template: `
    <router-outlet />
    @if (starting()) {
      <div class="splash"><span class="mark large" aria-hidden="true">d</span></div>
    }
    <dcc-connection-status />
  `,
})
export class App {
  protected readonly starting = signal(true);

  constructor() {
    inject(Theme);
    const router = inject(Router);
    const arrival = router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      take(1),
    );
    arrival.subscribe(() => {
      this.starting.set(false);
    });
    const [unread, title] = [inject(Unread), inject(Title)];
    effect(() => {
      title.setTitle(pageTitle(unread.total(), null));
    });
  }
}
