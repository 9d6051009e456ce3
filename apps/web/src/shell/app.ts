import { NgComponentOutlet } from '@angular/common';
import { Component, inject, signal } from '@angular/core';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, take } from 'rxjs';
import { ConnectionStatus } from './notices/connection-status';
import { DiskWarning } from '../features/diagnostics/disk-warning';
import { DepartureNotices } from './notices/departure-notices';
import { PersonScope } from '../client/session/person-scope';
import { Session } from '../client/session/session';
import { Theme } from '../platform/design/theme';
import { MissingPiecesNotice } from './notices/missing-pieces-notice';
import { NewVersion } from './notices/new-version';
import { NewVersionNotice } from './notices/new-version-notice';

@Component({
  selector: 'dcc-root',
  imports: [ConnectionStatus, DiskWarning, MissingPiecesNotice, NewVersionNotice, NgComponentOutlet, RouterOutlet],
  template: `
    <router-outlet />
    @if (starting()) {
      <div class="splash"><span class="brand-mark large" aria-hidden="true">d</span></div>
    }
    <div class="notices">
      @if (scope.injector(); as injector) {
        <ng-container *ngComponentOutlet="departureNotices; injector: injector" />
      }
      @if (session.isAdmin()) {
        @defer (on immediate) {
          <dcc-disk-warning />
        }
      }
      @if (version.ready()) {
        @defer (on immediate) {
          <dcc-new-version-notice />
        }
      }
      <dcc-missing-pieces-notice />
      <dcc-connection-status />
    </div>
  `,
})
export class App {
  protected readonly session = inject(Session);
  protected readonly scope = inject(PersonScope);
  protected readonly departureNotices = DepartureNotices;
  protected readonly version = inject(NewVersion);
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
  }
}
