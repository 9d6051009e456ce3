import { effect, inject, Injectable, signal } from '@angular/core';
import { SwUpdate } from '@angular/service-worker';
import { filter } from 'rxjs';
import { Drafts } from '../../client/drafts/drafts';
import { Connection } from '../../client/connection/connection';
import { PageVisible } from '../../platform/design/page-visible';

/**
 * Updates a page that stays open for weeks to the version of its server. A server can only change with a new
 * connection, so it checks then; it reloads while the page is hidden and contains no unsent text.
 */
@Injectable({ providedIn: 'root' })
export class NewVersion {
  private readonly updates = inject(SwUpdate);
  private readonly drafts = inject(Drafts);
  private readonly isReady = signal(false);
  readonly ready = this.isReady.asReadonly();

  constructor() {
    const page = inject(PageVisible);
    inject(Connection).hellos.subscribe(() => {
      // Fails without a network; the next connection checks again.
      if (this.updates.isEnabled) this.updates.checkForUpdate().catch(() => false);
    });
    this.updates.versionUpdates.pipe(filter(({ type }) => type === 'VERSION_READY')).subscribe(() => {
      this.isReady.set(true);
    });
    effect(() => {
      if (this.isReady() && !page.visible() && !this.drafts.any()) location.reload();
    });
  }
}
